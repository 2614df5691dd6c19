import * as z from 'zod/mini';
import { exchangeOptions } from '@orderline/contract/exchange.ts';
import { orderNumber } from '@orderline/contract/order.ts';
import {
  acceptRequest,
  acceptResponse,
  declineResponse,
  proposalRequest,
  proposalResponse,
} from '@orderline/contract/proposal.ts';
import type { AppContext } from '../app-context.ts';
import { requireCall } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { idempotencyHeaders, idempotently } from '../http/idempotency.ts';
import { acceptProposal } from './accept-proposal.ts';
import { declineProposal } from './decline-proposal.ts';
import { exchangeOptionsOf } from './exchange-options.ts';
import { proposeChange } from './propose-change.ts';

const lineNumber = z.coerce.number().check(z.int(), z.positive(), z.maximum(10_000));
const ofCall = ['unauthorized', 'call_superseded', 'call_ended', 'not_found'] as const;

/** Changes of an order that the call has proved: proposed, read back, and then accepted or declined. */
export function changeRoutes(app: FastifyZod, context: AppContext): void {
  app.post(
    '/api/orders/:order_number/proposals',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Propose a cancellation, a new address, a return, an exchange or a claim',
        description:
          'Changes nothing: it answers with exactly what accepting would do, and with the words to read back. It takes the ' +
          "place of the call's open proposal.",
        tags: ['changes'],
        security: [{ callToken: [] }],
        params: z.object({ order_number: orderNumber }),
        headers: idempotencyHeaders,
        body: proposalRequest,
        response: { 201: proposalResponse },
        problems: [...ofCall, 'refused', 'idempotency_key_reused'],
      },
    },
    async (request, reply) => {
      const asked = { callId: request.call.id, orderNumber: request.params.order_number, request: request.body };
      const key = request.headers['idempotency-key'];
      const proposed = await idempotently(
        context,
        { scope: `${asked.callId} proposals`, key, request: [asked.orderNumber, asked.request] },
        () => proposeChange(context, asked),
      );
      return reply.code(201).send(proposed);
    },
  );

  app.get(
    '/api/orders/:order_number/lines/:line/exchange-options',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Tell which sizes and colours a line of a proved order may be exchanged for',
        tags: ['changes'],
        security: [{ callToken: [] }],
        params: z.object({ order_number: orderNumber, line: lineNumber }),
        response: { 200: exchangeOptions },
        problems: [...ofCall, 'refused'],
      },
    },
    (request) =>
      exchangeOptionsOf(context, {
        callId: request.call.id,
        orderNumber: request.params.order_number,
        line: request.params.line,
      }),
  );

  const answered = z.object({ proposal_id: z.uuid() });

  app.post(
    '/api/proposals/:proposal_id/accept',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Carry out what the customer was read back and has confirmed',
        description:
          "Takes the customer's stored turn that answered the read-back. The rules are checked again; accepted again, it " +
          'gives the same outcome.',
        tags: ['changes'],
        security: [{ callToken: [] }],
        params: answered,
        body: acceptRequest,
        response: { 200: acceptResponse },
        problems: [...ofCall, 'not_confirmed', 'proposal_closed', 'order_moved', 'refused'],
      },
    },
    (request) =>
      acceptProposal(context, { callId: request.call.id, proposalId: request.params.proposal_id }, request.body),
  );

  app.post(
    '/api/proposals/:proposal_id/decline',
    {
      onRequest: requireCall(context),
      schema: {
        summary: "Take the customer's no",
        tags: ['changes'],
        security: [{ callToken: [] }],
        params: answered,
        response: { 200: declineResponse },
        problems: [...ofCall, 'proposal_closed'],
      },
    },
    (request) => declineProposal(context, { callId: request.call.id, proposalId: request.params.proposal_id }),
  );
}
