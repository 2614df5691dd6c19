import { sayLetters } from './say-code.ts';
import type { TextRule } from './text-rule.ts';
import { endOfAbbreviation } from './text-window.ts';

const spelled = new Set(
  (
    'AM PM UPS USPS DHL FAQ SMS RMA VIP EU UK US USA QR PDF GPS ATM PO SKU TV USB ETA ID TBD ASAP FYI LLC DIY HD LED API UTC GMT ' +
    'USD CAD'
  ).split(' '),
);
/** Said in full; the dot is part of them. */
const shortened: Record<string, string> = {
  'e.g': 'for example', eg: 'for example', 'i.e': 'that is', ie: 'that is', etc: 'et cetera', vs: 'versus', approx: 'approximately',
  incl: 'including', excl: 'excluding', dept: 'department', qty: 'quantity',
  misc: 'miscellaneous', tel: 'telephone', ext: 'extension', Inc: 'Incorporated', Corp: 'Corporation',
}; // prettier-ignore
/** Of those that are words too, the ones that need no dot. */
const clear = new Set(['vs', 'e.g', 'i.e', 'approx', 'incl', 'qty']);
const titles: Record<string, string> = {
  Mr: 'Mister',
  Mrs: 'Missus',
  Ms: 'Miz',
  Dr: 'Doctor',
  Jr: 'Junior',
  Sr: 'Senior',
};
const units: Record<string, string> = {
  lb: 'pound', lbs: 'pounds', oz: 'ounces', ft: 'feet', yd: 'yards', cm: 'centimeters', mm: 'millimeters', m: 'meters',
  km: 'kilometers', kg: 'kilograms', g: 'grams', ml: 'milliliters', hr: 'hour', hrs: 'hours', min: 'minutes', mins: 'minutes',
  sec: 'seconds', secs: 'seconds', pc: 'piece', pcs: 'pieces', yr: 'year', yrs: 'years', wk: 'week', wks: 'weeks', pk: 'pack',
  GB: 'gigabytes', MB: 'megabytes', TB: 'terabytes',
}; // prettier-ignore
const without: Record<string, string> = { 'w/': 'with', 'w/o': 'without', 'b/c': 'because', 'n/a': 'not available' };

/** "UPS", "FAQs", "PM": letters, not a word. */
export const abbreviations: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  if (core === '&' || core === '+') return { said: `${lead}${core === '&' ? 'and' : 'plus'}${trail}`, count: 1 };
  const [, letters = '', ending = ''] = /^([A-Z]{2,4})(['’]?s)?$/.exec(core) ?? [];
  return spelled.has(letters) ? { said: lead + sayLetters(letters) + ending + trail, count: 1 } : undefined;
};

/** "e.g.", "vs.", "etc.", "Mr. Smith", "no. 5" */
export const shortWords: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const slashed = without[core.toLowerCase()];
  if (slashed !== undefined) return { said: lead + slashed + trail, count: 1 };
  const isDotted = trail.startsWith('.');
  const title = isDotted ? titles[core] : undefined;
  if (title !== undefined) return { said: lead + title + trail.slice(1), count: 1 };
  if (/^no$/i.test(core) && isDotted && /^#?\d/.test(window.word(1).core))
    return { said: `${lead}${core.startsWith('N') ? 'Number' : 'number'}`, count: 1 };
  const full = Object.hasOwn(shortened, core) ? shortened[core] : undefined;
  if (full === undefined || !(isDotted || clear.has(core))) return undefined;
  const isBeforeComma = /^\.[,;:)]/.test(trail);
  return { said: lead + full + (isBeforeComma ? trail.slice(1) : endOfAbbreviation(window, 0)), count: 1 };
};

/** "2.5 lbs", "10 oz.": after a number */
export const measures: TextRule = (window) => {
  const { core, lead } = window.word(0);
  const before = window.before(1);
  const unit = /\d$/.test(before.core) && before.trail === '' && Object.hasOwn(units, core) ? units[core] : undefined;
  return unit === undefined ? undefined : { said: lead + unit + endOfAbbreviation(window, 0), count: 1 };
};

/** "yes/no", "A&B": one or the other, and both */
export const pairsOfWords: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const [, first, sign, last] = /^([\p{L}'’-]+)([/&+])([\p{L}'’-]+)$/u.exec(core) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const joint = core === 'and/or' ? ' ' : sign === '/' ? ' or ' : ' and ';
  return { said: lead + first + joint + last + trail, count: 1 };
};
