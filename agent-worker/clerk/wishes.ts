import type { Wish } from './note.ts';
import { plainly } from './plainly.ts';

/** How callers ask for each thing about an order; the first that fits. */
const patterns: readonly (readonly [Wish, RegExp])[] = [
  ['card_number', /\b(full|whole|entire|complete|rest of the|all of the) (credit |debit )?card\b|\b(credit |debit )?card (number|details)\b|\b(cvv|security code|expir(y|ation))\b/],
  ['whole_address', /\b(full|whole|complete|entire|exact|street)\b.*\baddress\b|\bread\b.*\baddress\b|\bwhich street\b/],
  ['receipt', /\b(send|text|sms|e-?mail|mail|need|want|get|have|give|forward|resend)\b.*\b(receipt|invoice)\b|\b(receipt|invoice)\b.*,? please\b/],
  ['label_again', /\b(lost|resend|re-send|send|need|never got|didn't (get|receive)|haven't (got|received)|can't find|where('s| is)|another|new)\b.*\blabel\b|\blabel\b.*\b(again|lost|expired|never came|another)\b/],
  ['refund', /\bwhere('s| is)\b.*\b(refund|money|return)\b|\b(refund|return|exchange) status\b|\bstatus of (my|the) (refund|return|exchange)\b|\b(haven't|have not|didn't|did not|never|not) (yet )?(got|gotten|get|received|receive|seen)\b.*\b(refund|money)\b|\bwhen\b.*\b(my|the) (money|refund)\b|\bcheck (on )?my (refund|return)\b|\bdid you (get|receive) my return\b/],
  ['not_there', /\b(hasn't|has not|didn't|did not|never) (arrived?|come|came|shown up|received?|turned up|delivered)\b|\b(not|never|haven't|have not|didn't|did not) (get|got|gotten|received?)\b|\b(says?|shows?|marked( as)?|tracking)\b.*\bdelivered\b|\b(lost|stolen|stuck|missing)\b|\b(hasn't|has not|not|isn't) (moved|moving|been (scanned|updated))\b|\b(isn't|is not|not) (here|there)\b/],
  ['late', /\b(late|delayed|overdue)\b/],
  ['tracking_link', /\b(text|send|sms|message|e-?mail)\b.*\b(tracking|link|it)\b(?!.*\b(address|somewhere)\b)/],
  ['tracking_number', /\btracking (number|code|id)\b/],
  ['cancel_reason', /\bwhy\b.*\bcancel/],
  ['total', /\bhow much\b|\btotal\b|\bwhat (did|does) (it|that|my order) cost\b|\bprice of my order\b/],
  ['payment', /\b(which|what|how)\b.*\b(card|payment|pay|paid)\b(?!.*\bshipping\b)|\bpayment method\b|\bcharged to\b/],
  ['ordered_on', /\bwhen (did|was)\b.*\b(order(ed)?|buy|bought|placed?)\b|\border date\b/],
  ['destination', /\b(ship(ping)?|delivery) address\b|\bread .*\bzip\b|\bwhere\b.*\b(shipp(ed|ing) to|sent to|going to|delivered to|sending it)\b|\b(which|what|whole|full) address\b/],
  ['items', /^(?!.*\b(status|policy|number|address|happen\w*|going on|wrong|about)\b).*\b(what's|what is|what was|what did i|which items|list)\b.*\b(in (my|the|that|it)|order(ed)?|buy|bought|items)\b/],
  ['tracking', /\btrack(ing)?\b|\bwhen\b.*\b(arriv|come|coming|deliver|get|here|be there)|\bon (its|the) way\b|\b(arrive|arrival|eta|carrier)\b/],
  ['status', /\bwhere('s| is| are)\b|\bstatus\b|\b(check|look up|find|look for|locate)\b.*\b(order|package|parcel|it)\b|\b(my|an|the|about|other|another) (order|package|parcel|delivery)\b|\bhas (it|my order) shipped\b|\bwhat about\b/],
]; // prettier-ignore

/** What the caller wants to know about an order; undefined when the words are not about one. */
export function wishIn(text: string): Wish | undefined {
  const plain = plainly(text);
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Whether the caller says that a parcel is late or not there; who only asks whether it is has no trouble yet. */
export function missesParcel(text: string): boolean {
  const wish = wishIn(text);
  return wish === 'not_there' || (wish === 'late' && !/^(is|are|will|could|might) /.test(plainly(text)));
}
