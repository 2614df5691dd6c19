import { agentTurns, customerSaid, type HeardCall } from './heard-call.ts';
import { type Score, scoreOf } from './score.ts';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const claims = {
  dates: new RegExp(`(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, )?(?:${months}) \\d{1,2}\\b`, 'g'),
  prices: /\$[\d,]+(?:\.\d\d)?/g,
  carriers: /\b(?:UPS|USPS|FedEx|DHL)\b/g,
  // "It looks like ORD-12345" is no order, but what such a number looks like.
  codes: /(?<!looks like )\bORD-\d+|#W\d+|\bRMA-\d+|\b1Z[0-9A-Z]+|\b\d{8,}\b|(?<=ending in )\d{4}/g,
  numbers: /(?<!looks like ORD-\d*)\d+/g,
} as const;
type Kind = keyof typeof claims;
/** What was heard, and is asked about: no claim. */
const readBack = /\bThat's [^?]+\. Is that right\?/g;

/** "Does it read back order info correctly?" Every number, date, price and carrier is the stored order's, or the store's. */
export function dataAccuracy(call: HeardCall): Score {
  const said = agentTurns(call).flatMap(({ text, at }) => claimsIn(text).map((claim) => ({ ...claim, at })));
  const wrong = said.filter(({ kind, value, at }) => !isTrue(call, { kind, value, at }));
  return scoreOf(
    said.length,
    wrong.map(({ kind, value }) => `said "${value}", which is in none of the ${kind} on record`),
  );
}

interface Claim {
  readonly kind: Kind;
  readonly value: string;
}

/** Each kind leaves to the next what it does not know. */
function claimsIn(text: string): Claim[] {
  const found: Claim[] = [];
  let rest = text.replace(readBack, '…');
  for (const kind of Object.keys(claims) as Kind[]) {
    found.push(...(rest.match(claims[kind]) ?? []).map((value) => ({ kind, value })));
    rest = rest.replace(claims[kind], '…');
  }
  return found;
}

function isTrue(call: HeardCall, { kind, value, at }: Claim & { at: number }): boolean {
  const { orders, made, storeText } = call;
  switch (kind) {
    case 'dates':
      return [...orders, made].some(({ dates }) => dates.has(value));
    case 'prices':
      return [...orders, made].some(({ prices }) => prices.has(value)) || storeText.includes(value);
    case 'carriers':
      return orders.some(({ carriers }) => carriers.has(value));
    case 'codes':
      return (
        orders.some(({ number, codes }) => number === value || codes.has(value)) ||
        made.numbers.has(value.replace('RMA-', '')) ||
        customerSaid(call, at).includes(value)
      );
    case 'numbers':
      return (
        [storeText, customerSaid(call, at)].some((text) => text.match(/\d+/g)?.includes(value)) ||
        [...orders, made].some(({ numbers }) => numbers.has(value))
      );
  }
}
