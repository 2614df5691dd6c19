import type { llm } from '@livekit/agents';
import type { CallState } from '../call/call-state.ts';
import type { HangUp } from '../call/hang-up.ts';
import { endCall } from './end-call.ts';
import { escalate } from './escalate.ts';
import { exchangeOptions } from './exchange-options.ts';
import { getOrder } from './get-order.ts';
import { openInvestigation } from './open-investigation.ts';
import { orderLookup } from './order-lookup.ts';
import { proposeAddressChange } from './propose-address-change.ts';
import { proposeCancellation } from './propose-cancellation.ts';
import { proposeClaim } from './propose-claim.ts';
import { proposeExchange } from './propose-exchange.ts';
import { proposeReship } from './propose-reship.ts';
import { proposeReturn } from './propose-return.ts';
import { readShippingAddress } from './read-shipping-address.ts';
import { returnStatus } from './return-status.ts';
import { returnableItems } from './returnable-items.ts';
import { searchKnowledge } from './search-knowledge.ts';
import { sendReceipt } from './send-receipt.ts';
import { sendReturnLabel } from './send-return-label.ts';
import { sendTrackingLink } from './send-tracking-link.ts';
import { setPace } from './set-pace.ts';
import { takeMessage } from './take-message.ts';

/** All that a model may do. What changes an order is proposed, and only the caller's own answer accepts it. */
export const orderTools = (call: CallState, hangUp: HangUp): llm.ToolContextEntry[] => [
  orderLookup(call),
  getOrder(call),
  searchKnowledge(call),
  sendTrackingLink(call),
  sendReceipt(call),
  readShippingAddress(call),
  proposeCancellation(call),
  proposeAddressChange(call),
  returnableItems(call),
  proposeReturn(call),
  returnStatus(call),
  sendReturnLabel(call),
  exchangeOptions(call),
  proposeExchange(call),
  proposeClaim(call),
  openInvestigation(call),
  proposeReship(call),
  escalate(call),
  takeMessage(call),
  setPace(call),
  endCall(hangUp),
];
