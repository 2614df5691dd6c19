import * as z from 'zod/mini';
import { lookupRequest } from '@orderline/contract/order.ts';
import { storeChangeAnswer, storeChangeRefusal, storeOrder, storeVariants } from '@orderline/contract/store-api.ts';
import { storeChange } from '@orderline/contract/store-change.ts';
import { storeApiExamples as examples } from './store-api-examples.ts';

const json = (schema: z.ZodMiniType, example: unknown) => ({
  content: { 'application/json': { schema: schemaOf(schema), example } },
});
const answer = (description: string) => ({ description });

/** As OpenAPI 3.1 takes it, which names the dialect once for the whole document. */
const schemaOf = (schema: z.ZodMiniType): object =>
  Object.fromEntries(Object.entries(z.toJSONSchema(schema)).filter(([name]) => name !== '$schema'));

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
          operationId: 'lookUpOrder',
          summary: 'An order, for whoever knows its number and the e-mail or phone on it',
          requestBody: { required: true, ...json(lookupRequest, examples.lookup) },
          responses: {
            '200': { ...answer('The order as it is now'), ...json(storeOrder, examples.order) },
            '404': answer('No such order, or not with this e-mail or phone: the same answer for both'),
            ...unauthorized,
          },
        },
      },
      '/variants': {
        get: {
          operationId: 'listVariants',
          summary: 'The sizes and colours of a product, with what is left of each; for exchanges and replacements',
          parameters: [{ name: 'sku', in: 'query', required: true, schema: { type: 'string' }, example: 'TEE-NVY-M' }],
          responses: {
            '200': {
              ...answer('Every variant of the product that this sku is one of'),
              ...json(storeVariants, examples.variants),
            },
            '404': answer('No such product; or, as 405 and 501, the store does not tell'),
            ...unauthorized,
          },
        },
      },
      '/changes': {
        post: {
          operationId: 'carryOutChange',
          summary: 'A change that the customer has confirmed: all of its effects, or none',
          description:
            'Sent again under the same `Idempotency-Key` whenever an answer was lost: look for the key first, then compare ' +
            '`revision`. A key that was carried out is answered as before, and nothing happens twice. 404, 405 and 501 say ' +
            'that the store takes no changes: its people make them by hand.',
          parameters: [
            { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
          ],
          requestBody: { required: true, ...json(storeChange, examples.change) },
          responses: {
            '200': { ...answer('Carried out, now or before'), ...json(storeChangeAnswer, examples.done) },
            '400': answer('Not of the form that this document describes; nothing was done'),
            '409': answer('The order is not as `revision` says; nothing was done'),
            '422': { ...answer('It cannot be done; nothing was'), ...json(storeChangeRefusal, examples.refused) },
            ...unauthorized,
          },
        },
      },
    },
  };
}
