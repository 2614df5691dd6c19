import type { Wish } from './note.ts';
import { plainly } from './matter.ts';

/** How callers ask for each thing about an order; the first that fits. */
const patterns: readonly (readonly [Wish, RegExp])[] = [
  ['tracking_link', /\b(text|send|sms|message|e-?mail)\b.*\b(tracking|link|it)\b(?!.*\b(address|somewhere)\b)/],
  ['tracking_number', /\btracking (number|code|id)\b/],
  ['cancel_reason', /\bwhy\b.*\bcancel/],
  ['total', /\bhow much\b|\btotal\b|\bwhat (did|does) (it|that|my order) cost\b|\bprice of my order\b/],
  ['payment', /\b(which|what|how)\b.*\b(card|payment|pay|paid)\b(?!.*\bshipping\b)|\bpayment method\b|\bcharged to\b/],
  ['ordered_on', /\bwhen (did|was)\b.*\b(order(ed)?|buy|bought|placed?)\b|\border date\b/],
  ['destination', /\b(ship(ping)?|delivery) address\b|\bwhere\b.*\b(shipp(ed|ing) to|sent to|going to|delivered to|sending it)\b|\b(which|what|whole|full) address\b/],
  ['items', /^(?!.*\b(status|policy|number|address|happen\w*|going on|wrong|about)\b).*\b(what's|what is|what was|what did i|which items|list)\b.*\b(in (my|the|that|it)|order(ed)?|buy|bought|items)\b/],
  ['tracking', /\btrack(ing)?\b|\b(late|delayed|stuck|lost)\b|\bwhen\b.*\b(arriv|come|coming|deliver|get|here|be there)|\bon (its|the) way\b|\b(hasn't|has not|didn't|did not|never) (arrived?|come|came|shown up|received?)\b|\b(not|never|haven't) (get|got|received?)\b|\b(arrive|arrival|eta|carrier)\b/],
  ['status', /\bwhere('s| is| are)\b|\bstatus\b|\b(check|look up|find|look for|locate)\b.*\b(order|package|parcel|it)\b|\b(my|an|the|about|other|another) (order|package|parcel|delivery)\b|\bhas (it|my order) shipped\b|\bwhat about\b/],
]; // prettier-ignore

/** What the caller wants to know about an order; undefined when the words are not about one. */
export function wishIn(text: string): Wish | undefined {
  const plain = plainly(text);
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}
