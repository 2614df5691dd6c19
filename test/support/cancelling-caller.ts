import { RoomCaller } from './room-caller.ts';

/** Orders of the demo that nothing has shipped of, and their customers' addresses: one for each caller who cancels. */
export const cancellable = {
  'ORD-10001': 'maya.torres@example.com',
  'ORD-10002': 'daniel.okafor@example.com',
  'ORD-10003': 'customer@email.com',
  'ORD-10004': 'grace_kim@example.com',
  'ORD-10005': 'w.lindqvist@example.net',
} as const;
export type CancellableOrder = keyof typeof cancellable;

/** What a caller types who wants an order cancelled, with all that would be asked. */
const cancelWish = (order: CancellableOrder) =>
  `Please cancel my order ${order}. My email is ${cancellable[order]}. I changed my mind.`;
const readBackOf = (order: CancellableOrder) => new RegExp(`you'd like to cancel order ${order}\\?.+business days`);
export const doneOf = (order: CancellableOrder) => `Order ${order} is cancelled`;

interface Wish {
  /** `not asked`: there is no phone on the order. */
  readonly mayText?: 'Yes' | 'No' | 'not asked';
}

/** A caller who types, verified, to whom the cancellation of their order was just read back to its end. */
export async function callerBeforeYes(
  serverUrl: string,
  order: CancellableOrder,
  wish: Wish = {},
): Promise<RoomCaller> {
  const caller = await RoomCaller.call(serverUrl);
  // The greeting ends with a question; on a busy machine it may be over before the line stands, and another is asked.
  await caller.transcript.agentSays('?');
  await wishToCancel(caller, order, wish);
  return caller;
}

/** The same for one who has been greeted. */
export async function wishToCancel(
  caller: RoomCaller,
  order: CancellableOrder,
  { mayText = 'No' }: Wish = {},
): Promise<void> {
  await caller.type(cancelWish(order));
  if (mayText !== 'not asked') {
    await caller.transcript.agentSays('May I text you at the phone number on your order?');
    await caller.type(mayText);
  }
  await hearReadBack(caller, order);
}

/** A yes counts only to what was read to its end. */
export async function hearReadBack(caller: RoomCaller, order: CancellableOrder): Promise<void> {
  await caller.transcript.agentSays(readBackOf(order));
  await caller.audio.fallenSilent({ forMs: 700 });
}
