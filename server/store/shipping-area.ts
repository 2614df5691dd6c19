import type { ShippingArea } from '@orderline/contract/order.ts';

/** Countries that stores name, by their names in small letters. */
const countries = new Map([
  ['us', 'US'],
  ['usa', 'US'],
  ['united states', 'US'],
  ['ca', 'CA'],
  ['canada', 'CA'],
  ['gb', 'GB'],
  ['uk', 'GB'],
  ['united kingdom', 'GB'],
  ['au', 'AU'],
  ['australia', 'AU'],
]);

/** "Austin, TX 78701", "Toronto, ON M5H 2N2", "Sydney, NSW 2000": city, state, zip. */
const withState = /^(?<city>[^,]+),\s*(?<state>[A-Z]{2,3})\s+(?<zip>\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4})$/;
/** "London N1 0PN", "London, N1 0PN". */
const british = /^(?<city>[^,\d]+?),?\s+(?<zip>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/;

/**
 * City, state and zip of an address in one line, "123 Main St, Austin, TX 78701"; undefined when they cannot be told
 * apart, because a wrong city is worse than none.
 */
export function shippingAreaOf(address: string): ShippingArea | undefined {
  const parts = address.split(',').map((part) => part.trim());
  const named = countries.get((parts.at(-1) ?? '').toLowerCase());
  const rest = named === undefined ? parts : parts.slice(0, -1);
  const state = withState.exec(rest.slice(-2).join(', '))?.groups;
  if (state !== undefined) {
    const zip = state['zip'] ?? '';
    return { city: state['city'] ?? '', state: state['state'] ?? '', zip, country: named ?? countryOfZip(zip) };
  }
  const uk = (british.exec(rest.at(-1) ?? '') ?? british.exec(rest.slice(-2).join(', ')))?.groups;
  if (uk === undefined) return undefined;
  return { city: uk['city'] ?? '', zip: uk['zip'] ?? '', country: named ?? 'GB' };
}

function countryOfZip(zip: string): string {
  if (/^\d{4}$/.test(zip)) return 'AU';
  return /^\d/.test(zip) ? 'US' : 'CA';
}
