import { type EscalationRequest, escalationResponse, type EscalationResponse } from '@orderline/contract/escalation.ts';
import { exchangeOptions, type ExchangeOptions } from '@orderline/contract/exchange.ts';
import {
  type InvestigationRequest,
  type InvestigationResponse,
  investigationResponse,
} from '@orderline/contract/investigation.ts';
import { type ConsentRequest, type ConsentResponse, consentResponse } from '@orderline/contract/message.ts';
import {
  type AcceptRequest,
  type AcceptResponse,
  acceptResponse,
  declineResponse,
  type ProposalRequest,
  type ProposalResponse,
  proposalResponse,
} from '@orderline/contract/proposal.ts';
import {
  type LabelResponse,
  labelResponse,
  type ReturnableResponse,
  returnableResponse,
  type ReturnsResponse,
  returnsResponse,
} from '@orderline/contract/returns.ts';
import { type ShippingAddressView, shippingAddressView } from '@orderline/contract/shipping-address.ts';
import type * as z from 'zod/mini';
import { orderPath, type ServerClient, toolTimeoutMs } from './server-client.ts';
import type { Answer } from './server-request.ts';

/** A change goes through to its end: the server itself waits 7 s for a store's own API. */
const acceptTimeoutMs = 10_000;

interface Asked {
  readonly orderNumber: string;
  readonly signal?: AbortSignal | undefined;
}

/** What may be asked about an order that the call has proved; every change begins as a proposal. Throws ServerError. */
export class OrderDesk {
  readonly #client: Pick<ServerClient, 'ask'>;

  constructor(client: Pick<ServerClient, 'ask'>) {
    this.#client = client;
  }

  propose(asked: Asked, request: ProposalRequest): Promise<Answer<ProposalResponse>> {
    return this.#post('a proposal', { ...asked, path: '/proposals', body: request, answer: proposalResponse });
  }

  /** Harmless when repeated: a proposal is carried out once. */
  accept(proposalId: string, request: AcceptRequest): Promise<Answer<AcceptResponse>> {
    return this.#client.ask({
      what: 'a confirmation',
      path: `/api/proposals/${proposalId}/accept`,
      method: 'POST',
      body: request,
      answer: acceptResponse,
      timeoutMs: acceptTimeoutMs,
    });
  }

  decline(proposalId: string): Promise<Answer<unknown>> {
    return this.#client.ask({
      what: 'a refusal',
      path: `/api/proposals/${proposalId}/decline`,
      method: 'POST',
      answer: declineResponse,
      timeoutMs: toolTimeoutMs,
    });
  }

  answerTexting(asked: Asked, request: ConsentRequest): Promise<Answer<ConsentResponse>> {
    return this.#post('a consent', { ...asked, path: '/texting-consent', body: request, answer: consentResponse });
  }

  getReturnable(asked: Asked): Promise<Answer<ReturnableResponse>> {
    return this.#get('what may be returned', { ...asked, path: '/returnable', answer: returnableResponse });
  }

  getReturns(asked: Asked): Promise<Answer<ReturnsResponse>> {
    return this.#get('the returns of an order', { ...asked, path: '/returns', answer: returnsResponse });
  }

  getExchangeOptions({ line, ...asked }: Asked & { line: number }): Promise<Answer<ExchangeOptions>> {
    const path = `/lines/${line}/exchange-options`;
    return this.#get('exchange options', { ...asked, path, answer: exchangeOptions });
  }

  getShippingAddress(asked: Asked): Promise<Answer<ShippingAddressView>> {
    return this.#get('an address', { ...asked, path: '/shipping-address', answer: shippingAddressView });
  }

  sendLabelAgain({ rma, ...asked }: Asked & { rma: string }): Promise<Answer<LabelResponse>> {
    return this.#post('a label', {
      ...asked,
      path: `/returns/${encodeURIComponent(rma)}/label`,
      answer: labelResponse,
    });
  }

  escalate(asked: Asked, request: EscalationRequest): Promise<Answer<EscalationResponse>> {
    return this.#post('an escalation', { ...asked, path: '/escalations', body: request, answer: escalationResponse });
  }

  investigate(asked: Asked, request: InvestigationRequest): Promise<Answer<InvestigationResponse>> {
    const path = '/investigations';
    return this.#post('an investigation', { ...asked, path, body: request, answer: investigationResponse });
  }

  #get<Schema extends z.ZodMiniType>(
    what: string,
    { orderNumber, path, ...request }: Asked & { path: string; answer: Schema },
  ): Promise<Answer<z.output<Schema>>> {
    const whole = `${orderPath(orderNumber)}${path}`;
    return this.#client.ask({ ...request, what, path: whole, method: 'GET', timeoutMs: toolTimeoutMs });
  }

  #post<Schema extends z.ZodMiniType>(
    what: string,
    { orderNumber, path, ...request }: Asked & { path: string; body?: unknown; answer: Schema },
  ): Promise<Answer<z.output<Schema>>> {
    const whole = `${orderPath(orderNumber)}${path}`;
    return this.#client.ask({ ...request, what, path: whole, method: 'POST', timeoutMs: toolTimeoutMs });
  }
}
