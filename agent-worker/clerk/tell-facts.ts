import { orderView, type OrderView, trackingView, type TrackingView } from '@orderline/contract/order.ts';
import * as z from 'zod/mini';
import type { ClerkReply } from './clerk-reply.ts';
import { settle } from './continue-after.ts';
import type { Wish } from './note.ts';
import { knownOf } from './questions.ts';
import { sentences } from './sentences.ts';
import type { Talk } from './talk.ts';
import { tellStatus, tellTrouble } from './tell-lookup.ts';
import type { ToolResult } from './tool-result.ts';
import { wishIn } from './wishes.ts';

const orderWithTracking = z.extend(orderView, { tracking: z.optional(trackingView) });

/** What was asked of a verified order, from the tool's answer and nothing else. */
export function tellFacts(talk: Talk, result: ToolResult): ClerkReply {
  const parsed = orderWithTracking.safeParse(result.output);
  if (!parsed.success) return tellTrouble(talk, result);
  const { tracking, ...order } = parsed.data;
  const wish = talk.note?.wish ?? wishIn(talk.turn.text) ?? 'status';
  const known = { ...knownOf(talk.note), orderNumber: order.order_number, wish };
  if (wish === 'status') return tellStatus(talk, order, known);
  return settle(talk, factOf(wish, { order, tracking, talk }));
}

interface Facts {
  order: OrderView;
  tracking: TrackingView | undefined;
  talk: Talk;
}

function factOf(wish: Exclude<Wish, 'status'>, { order, tracking, talk }: Facts): string {
  switch (wish) {
    case 'tracking':
    case 'tracking_link':
      return withSympathy(withoutQuestion(tracking?.say ?? order.say), talk);
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
function withSympathy(say: string, { turn }: Talk): string {
  const isMissed = /\b(never|lost|missing|stolen|not|\w+n't)\b/i.test(turn.text.replace(/’/g, "'"));
  return sentences(isMissed && !/\bsorry\b/i.test(say) ? "I'm sorry about that." : undefined, say);
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

/** City, state and zip; the rest of an address stays with the server until the caller can ask for it. */
function destination({ shipping_to }: OrderView, { turn, profile }: Talk): string {
  if (shipping_to === undefined) return sentences("I can't see that from here.", profile.person_contact);
  const { city, state, zip } = shipping_to;
  const area = state === undefined ? `${city} ${zip}` : `${city}, ${state} ${zip}`;
  const isMore = /\b(full|whole|complete|street)\b/i.test(turn.text);
  return isMore
    ? `I can only tell you the city and zip: it's shipping to ${area}. ${profile.person_contact}`
    : `It's shipping to ${area}.`;
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
