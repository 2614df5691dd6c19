import { sayCard } from './say-card.ts';
import { sayCode, sayZip } from './say-code.ts';
import { sayDate, type SayingContext } from './say-date.ts';
import { sayEmail, sayUrl } from './say-email.ts';
import { sayItem } from './say-item.ts';
import { sayPhone } from './say-phone.ts';
import { sayPrice } from './say-price.ts';
import { sayTime } from './say-time.ts';
import { speechOf } from './speech-text.ts';

type Say = (value: string, context: SayingContext) => string;

const ways = {
  order_number: sayCode,
  tracking_number: sayCode,
  code: sayCode,
  date: sayDate,
  time: sayTime,
  price: sayPrice,
  zip: sayZip,
  phone: sayPhone,
  card: sayCard,
  email: sayEmail,
  url: sayUrl,
  /** Its numbers and abbreviations too: "Set of 4 Mugs". */
  item: (written, context) => speechOf(sayItem(written), context),
  /** City, state and zip, or the whole with its street. */
  address: speechOf,
  address_full: speechOf,
  text: speechOf,
} satisfies Record<string, Say>;

export type SayKind = keyof typeof ways;

/**
 * One value as it is said: `say('date', '2026-03-08', …)` → "Sunday, March eighth". What is none of its kind is said as text,
 * so that nothing is left out.
 * @param value as written: "ORD-12345", "$29.99", "2 x Classic Tee - Navy, Size M"
 * @param context today as `2026-03-05` in the store's time zone, and that zone (IANA name)
 */
export function say(kind: SayKind, value: string, context: SayingContext): string {
  const way: Say = ways[kind];
  const said = way(value, context);
  const isNone = way !== speechOf && (said === '' || said === value);
  return isNone ? speechOf(value, context) || value : said;
}
