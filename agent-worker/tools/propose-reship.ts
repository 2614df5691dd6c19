import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { address, verifiedOrder } from './parameters.ts';
import { postalAddressOf } from './postal-address-of.ts';
import { proposingTool } from './proposing-tool.ts';

const parameters = z.strictObject({
  order_number: verifiedOrder,
  address: z.strictObject(address).optional().describe("Another address; without it, the order's own, once confirmed"),
});

/** Sends again what came back to the store, once the caller has confirmed it. */
export function proposeReship(call: CallState) {
  return proposingTool(call, {
    name: 'propose_reship',
    description:
      'Propose to send an order again that was returned to the sender. The caller is then asked to confirm it',
    parameters,
    request: ({ address }) => ({
      kind: 'reship',
      ...(address === undefined ? {} : { address: postalAddressOf(address) }),
    }),
  });
}
