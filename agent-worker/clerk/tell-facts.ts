import type { OrderView, ParcelView, TrackingView } from '@orderline/contract/order.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { settle } from './continue-after.ts';
import type { Wish } from './note.ts';
import { orderInFull } from './order-told.ts';
import { knownOf } from './questions.ts';
import { sentences } from './sentences.ts';
import type { Talk } from './talk.ts';
import { tellStatus, tellTrouble } from './tell-lookup.ts';
import type { ToolResult } from './tool-result.ts';
import { wishIn } from './wishes.ts';

/** What was asked of a verified order, from the tool's answer and nothing else. */
export function tellFacts(talk: Talk, result: ToolResult): ClerkReply {
  const parsed = orderInFull.safeParse(result.output);
  if (!parsed.success) return tellTrouble(talk, result);
  const { tracking, ...order } = parsed.data;
  const wish = talk.note?.wish ?? wishIn(talk.turn.text) ?? 'status';
  const known = { ...knownOf(talk.note), orderNumber: order.order_number, wish };
  if (wish === 'status') return tellStatus(talk, order, known);
  const told = factOf(wish, { order, tracking, talk });
  return offersToLook(wish, { order, tracking, talk }, told) ?? settle(talk, told);
}

interface Facts {
  order: OrderView;
  tracking: TrackingView | undefined;
  talk: Talk;
}

/**
 * For a parcel that has stopped moving, or is marked delivered and is not there: that somebody looks for it (seed, "Shipping
 * Questions"). Not while the store asks to wait.
 */
function offersToLook(wish: Wish, { order, tracking, talk }: Facts, told: string): ClerkReply | undefined {
  const parcels = tracking?.parcels ?? [];
  const isLost = ({ status, is_stuck }: ParcelView) => is_stuck || (wish === 'not_there' && status === 'delivered');
  const isBack = parcels.some(({ status }) => status === 'returned_to_sender');
  const note = { ...knownOf(talk.note), orderNumber: order.order_number, asked: 'yes_no', about: 'offered' } as const;
  if (!['not_there', 'late', 'tracking'].includes(wish)) return undefined;
  if (isBack)
    return { say: sentences(told, 'Shall we send it again?'), note: { ...note, draft: undefined, offers: ['reship'] } };
  if (!parcels.some(isLost) || /\bwait\b/i.test(told.replace(/sorry about the wait/i, ''))) return undefined;
  return {
    say: sentences(told, 'Would you like me to open an investigation?'),
    note: { ...note, draft: undefined, offers: ['investigation'] },
  };
}

function factOf(wish: Exclude<Wish, 'status'>, { order, tracking, talk }: Facts): string {
  switch (wish) {
    case 'not_there':
      return withSympathy(withoutQuestion(tracking?.say ?? order.say));
    case 'late':
    case 'tracking':
    case 'tracking_link':
    case 'receipt':
    case 'refund':
    case 'label_again':
      return withoutQuestion(tracking?.say ?? order.say);
    case 'card_number':
      return order.payment_method === undefined
        ? "I can't share card numbers."
        : `For your security, I can only share the last four digits. It was paid with ${order.payment_method}.`;
    case 'whole_address':
    case 'tracking_number':
      return trackingNumbers(tracking) ?? withoutQuestion(order.say);
    case 'items':
      return `In that order: ${listed(order.lines.map(({ quantity, name }) => `${quantity} x ${name}`))}.`;
    case 'total':
      return sentences(`The total is ${written(order.total_cents, order.currency)}.`, shippingPart(order));
    case 'destination':
      return destination(order, talk);
    case 'payment':
      return order.payment_method === undefined
        ? "I don't have the payment method for that order."
        : `It was paid with ${order.payment_method}.`;
    case 'ordered_on':
      return `You ordered it on ${writtenDay(order.ordered_on)}.`;
    case 'cancel_reason':
      return order.cancel_reason === undefined
        ? sentences("I don't have the reason on file.", talk.profile.person_contact)
        : `The reason on file is: ${order.cancel_reason.replace(/\.$/, '')}.`;
  }
}

/** For who has not got it, where the store's sentence is no apology itself. */
function withSympathy(say: string): string {
  return sentences(/\bsorry\b/i.test(say) ? undefined : "I'm sorry about that.", say);
}

function trackingNumbers(tracking: TrackingView | undefined): string | undefined {
  const numbers = (tracking?.parcels ?? []).flatMap(({ tracking_number, carrier }) =>
    tracking_number === undefined
      ? []
      : [carrier === undefined ? tracking_number : `${tracking_number}, with ${carrier}`],
  );
  if (numbers.length === 0) return undefined;
  return numbers.length === 1
    ? `Your tracking number is ${numbers.join()}.`
    : `Your tracking numbers are ${numbers.join('; ')}.`;
}

/** City, state and zip: the whole address has a tool of its own, for who asks for it. */
function destination({ shipping_to }: OrderView, { profile }: Talk): string {
  if (shipping_to === undefined) return sentences("I can't see that from here.", profile.person_contact);
  const { city, state, zip } = shipping_to;
  return `It's shipping to ${state === undefined ? `${city} ${zip}` : `${city}, ${state} ${zip}`}.`;
}

function shippingPart({ shipping_cents, currency }: OrderView): string {
  return shipping_cents === 0 ? 'Shipping was free.' : `${written(shipping_cents, currency)} of that is shipping.`;
}

const written = (cents: number, currency: string) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(cents / 100);

/** "Sunday, March 1, 2026" */
const writtenDay = (day: string) =>
  new Intl.DateTimeFormat('en-US', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

const listed = (items: readonly string[]) => new Intl.ListFormat('en-US', { type: 'conjunction' }).format(items);

/** What is told in between is not the place for a question of its own. */
const withoutQuestion = (say: string) => say.replace(/(?<=[.!])\s+[^.!?]*\?\s*$/, '');
