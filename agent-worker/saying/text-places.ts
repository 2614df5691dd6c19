import { directionName, roomName, sayHouseNumber, sayStreetNumber, stateName, streetName } from './say-address.ts';
import { sayCode, sayZip } from './say-code.ts';
import type { TextRule } from './text-rule.ts';
import { endOfAbbreviation, type TextWindow, type WrittenWord } from './text-window.ts';

const zip = /^\d{5}(-\d{4})?$/;
/** These are words as well: states only before a zip. */
const wordsToo = new Set([
  'OK',
  'OR',
  'IN',
  'ME',
  'HI',
  'ID',
  'OH',
  'PA',
  'MA',
  'LA',
  'AL',
  'DE',
  'CO',
  'MS',
  'MD',
  'ON',
]);
const postalArea = /^[A-Z]\d[A-Z]$/;
const longestName = 4;
const isName = ({ core }: WrittenWord) => /^[A-Z][a-z'’-]+$/.test(core);
const streetOrdinal = /^\d+(st|nd|rd|th)$/;

/** "123 Main St", "350 5th Ave", "1500 N Lamar Blvd": number and street together. */
export const houses: TextRule = (window) => {
  const number = window.word(0);
  if (!/^\d{1,5}[A-Z]?$/.test(number.core) || number.trail !== '') return undefined;
  const words: string[] = [];
  for (let at = 1; at <= longestName + 1; at++) {
    const word = window.word(at);
    const street = at > 1 || word.core === 'Broadway' ? streetName(word.core) : undefined;
    if (street !== undefined) {
      const said = [sayNumber(number.core), ...words, street].join(' ');
      return { said: number.lead + said + endOfAbbreviation(window, at), count: at + 1 };
    }
    const part = directionName(word.core) ?? (streetOrdinal.test(word.core) ? sayStreetNumber(word.core) : undefined);
    if ((part === undefined && !isName(word)) || !/^\.?$/.test(word.trail)) return undefined;
    words.push(part ?? (/^St$/.test(word.core) ? 'Saint' : word.core));
  }
  return undefined;
};

function sayNumber(number: string): string {
  const [, digits = '', letter = ''] = /^(\d+)([A-Z]?)$/.exec(number) ?? [];
  return letter === '' ? sayHouseNumber(digits) : `${sayHouseNumber(digits)} ${letter}`;
}

/** "TX 78701", ", TX": state and zip. */
export const states: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const name = stateName(core);
  if (name === undefined || !/^,?$/.test(trail.slice(0, 1))) {
    return name !== undefined && isAfterCity(window, core) ? { said: lead + name + trail, count: 1 } : undefined;
  }
  const next = window.word(1);
  if (zip.test(next.core)) return { said: `${lead}${name}, ${sayZip(next.core)}${next.trail}`, count: 2 };
  if (postalArea.test(next.core)) return { said: `${lead}${name},`, count: 1 };
  return isAfterCity(window, core) ? { said: lead + name + trail, count: 1 } : undefined;
};

function isAfterCity(window: TextWindow, core: string): boolean {
  return window.before(1).trail === ',' && isName(window.before(1)) && !wordsToo.has(core);
}

/** "M5V 3L9", of Canada */
export const postalCodes: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  if (!postalArea.test(core) || trail !== '') return undefined;
  const rest = window.word(1);
  if (!/^\d[A-Z]\d$/.test(rest.core)) return undefined;
  return { said: `${lead}${sayCode(core)}, ${sayCode(rest.core)}${rest.trail}`, count: 2 };
};

/** "P.O. Box 123" */
export const postBoxes: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  if (!/^P\.?O$/.test(core) || !/^\.?$/.test(trail) || !/^box$/i.test(window.word(1).core)) return undefined;
  const number = window.word(2);
  if (!/^\d+$/.test(number.core)) return undefined;
  return { said: `${lead}P-O Box ${sayCode(number.core)}${number.trail}`, count: 3 };
};

/** "Main St", "5th Ave", "St. Louis", "Apt 4B", and "NW" after a street */
export const streets: TextRule = (window) => {
  const { core, lead, trail } = window.word(0);
  const before = window.before(1);
  const isAfterName = before.trail === '' && (isName(before) || streetOrdinal.test(before.core));
  const street = streetName(core);
  if (street !== undefined && street !== core && isAfterName && (trail !== '' || !isName(window.word(1))))
    return { said: lead + street + endOfAbbreviation(window, 0), count: 1 };
  if (core === 'St' && isName(window.word(1))) return { said: `${lead}Saint`, count: 1 };
  const room = roomName(core);
  if (room !== undefined && room !== core && /^#?\d|^[A-Z]$/.test(window.word(1).core))
    return { said: lead + room, count: 1 };
  const direction = directionName(core);
  if (direction !== undefined && streetName(before.core) !== undefined)
    return { said: lead + direction + trail, count: 1 };
  return undefined;
};
