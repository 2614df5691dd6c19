import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { address, verifiedOrder } from './parameters.ts';
import { proposingTool } from './proposing-tool.ts';
import { postalAddressOf } from './postal-address-of.ts';

const parameters = z.strictObject({ order_number: verifiedOrder, ...address });

/** Sends an order that has not shipped somewhere else, once the caller has confirmed it. */
export function proposeAddressChange(call: CallState) {
  return proposingTool(call, {
    name: 'propose_address_change',
    description: 'Propose another shipping address for an order. The caller is then asked to confirm it',
    parameters,
    request: (given) => ({ kind: 'address_change', address: postalAddressOf(given) }),
  });
}
