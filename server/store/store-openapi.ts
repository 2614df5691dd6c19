import * as z from 'zod/mini';
import { lookupRequest } from '@orderline/contract/order.ts';
import { storeChangeAnswer, storeChangeRefusal, storeOrder, storeVariants } from '@orderline/contract/store-api.ts';
import { storeChange } from '@orderline/contract/store-change.ts';

const json = (schema: z.ZodMiniType) => ({ content: { 'application/json': { schema: z.toJSONSchema(schema) } } });
const answer = (description: string, schema?: z.ZodMiniType) => ({
  description,
  ...(schema === undefined ? {} : json(schema)),
});
const unauthorized = { '401': answer('The key is wrong: with a `WWW-Authenticate` header') };

/**
 * What a store implements so that Orderline serves its own orders (`STORE_API_URL`), as an OpenAPI document of its own:
 * only the lookup is needed, for the status of orders; with the others its orders can be changed too.
 */
export function storeOpenApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'The order API of a store',
      version: '1',
      description:
        'Implemented by the store, called by Orderline below `STORE_API_URL` with `STORE_API_KEY` as bearer token. A fact ' +
        'that is not told is never guessed: its phrase is left out, and what cannot be decided without it goes to a ' +
        'person. `npm run check-store -- URL` says what an implementation gets wrong.',
    },
    servers: [{ url: 'https://your-store.com/api/orders' }],
    security: [{ storeKey: [] }],
    components: { securitySchemes: { storeKey: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/lookup': {
        post: {
          summary: 'An order, for whoever knows its number and the e-mail or phone on it',
          requestBody: { required: true, ...json(lookupRequest) },
          responses: {
            '200': answer('The order as it is now', storeOrder),
            '404': answer('No such order, or not with this e-mail or phone: the same answer for both'),
            ...unauthorized,
          },
        },
      },
      '/variants': {
        get: {
          summary: 'The sizes and colours of a product, with what is left of each; for exchanges and replacements',
          parameters: [{ name: 'sku', in: 'query', required: true, schema: { type: 'string' } }],
          responses: {
            '200': answer('Every variant of the product that this sku is one of', storeVariants),
            '404': answer('No such product; or the store does not tell'),
            ...unauthorized,
          },
        },
      },
      '/changes': {
        post: {
          summary: 'A change that the customer has confirmed: all of its effects, or none',
          description:
            'Sent again under the same `Idempotency-Key` whenever an answer was lost; then it answers as before, and ' +
            'nothing happens twice.',
          parameters: [
            { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
          ],
          requestBody: { required: true, ...json(storeChange) },
          responses: {
            '200': answer('Carried out, now or before', storeChangeAnswer),
            '409': answer('The order is not as `revision` says; nothing was done'),
            '422': answer('It cannot be done; nothing was', storeChangeRefusal),
            ...unauthorized,
          },
        },
      },
    },
  };
}
