import type { PostalAddress } from '@orderline/contract/address.ts';
import { directionName, stateCode, stateName, streetName } from '../saying/say-address.ts';
import { readCountry } from './country-names.ts';
import { readPostcode } from './postcodes.ts';
import { type WrittenWord, writtenWords } from './written-words.ts';

/** What is known so far of a postal address. */
export type AddressParts = Partial<PostalAddress>;

interface HearingOptions {
  /** Heard before; what is said now corrects it. */
  known?: AddressParts;
  /** An address was asked for, so that a name alone is its city. */
  isAsked?: boolean;
}

const leadIn =
  /^(?:(?:um|uh|well|okay|ok|yes|yeah|sure|no|sorry|actually|please|so|and|the|my|new (?=shipping|address|place|street)|shipping|address|city|state|street|is|it's|that's|its|it|in|at|to|of|change|send|ship|deliver|should|would|be|go|i|i'm|i live|live|now|for|them|this|order|i'd|like|want|you|can|could)\b[\s,]*)+/i;
const rooms = /^(apt|apartment|unit|suite|ste|flat|room|rm|#)$/i;
const streetNumber = /^\d{1,6}$/;

/**
 * Hears a postal address of the United States, Canada or the United Kingdom, spoken or typed, in whole or in part.
 * @returns what was known together with what was heard; the zip and the state as they are written
 */
export function hearAddress(text: string, { known = {}, isAsked = false }: HearingOptions = {}): AddressParts {
  const country = readCountry(text.replace(leadIn, ''));
  const postcode = readPostcode(writtenWords(country.rest));
  const region = readRegion(withoutMarks(postcode.rest));
  const room = readRoom(region.rest);
  const street = readStreet(room.rest);
  const city = readCity(street.rest);
  const hasMore = [postcode.zip, region.state, street.street].some((part) => part !== undefined);
  const heard: AddressParts = {
    ...(street.street === undefined ? {} : { street: street.street }),
    ...(room.room === undefined || !(hasMore || isAsked) ? {} : { street2: room.room }),
    ...cityHeard(city, region.state, { hasMore, isAsked: isAsked && room.room === undefined, street: street.street }),
    ...(region.state === undefined ? {} : { state: region.state }),
    ...(postcode.zip === undefined ? {} : { zip: postcode.zip }),
  };
  const where = country.code ?? postcode.country;
  return { ...known, ...heard, ...(where === undefined || !(hasMore || isAsked) ? {} : { country: where }) };
}

/** What has still to be asked for; states only where a country has them. */
export function missingParts(address: AddressParts): ('street' | 'city' | 'state' | 'zip')[] {
  const hasStates = ['US', 'CA'].includes(address.country ?? 'US');
  return (['street', 'city', 'state', 'zip'] as const).filter(
    (part) => address[part] === undefined && (part !== 'state' || hasStates),
  );
}

const withoutMarks = (words: readonly WrittenWord[]) => words.filter(({ text }) => /[\w#,]/.test(text));

/** The state or province with which what is left ends: "TX", "Texas", "t x". */
function readRegion(words: readonly WrittenWord[]): { state?: string; rest: WrittenWord[] } {
  const said = trimmed(words);
  for (const length of [4, 3, 2, 1]) {
    const last = said.slice(-length).map(({ text }) => text);
    if (last.length < length) continue;
    const letters = last.every((word) => /^[A-Za-z]$/.test(word)) && length === 2 ? last.join('') : last.join(' ');
    const code = stateCode(letters) ?? (stateName(letters.toUpperCase()) === undefined ? undefined : letters);
    if (code !== undefined) return { state: code.toUpperCase(), rest: trimmed(said.slice(0, -length)) };
  }
  return { rest: said };
}

function readRoom(words: readonly WrittenWord[]): { room?: string; rest: WrittenWord[] } {
  const at = words.findIndex(
    ({ text }, index) => rooms.test(text) && /\d|^[A-Za-z]$/.test(words[index + 1]?.text ?? ''),
  );
  if (at === -1) return { rest: [...words] };
  const letter = words[at + 2];
  const isLettered = letter !== undefined && letter.isGlued && /^[A-Za-z]$/.test(letter.text);
  const number = `${words[at + 1]?.text ?? ''}${isLettered ? letter.text : ''}`;
  const comma = { text: ',', isGlued: true };
  return {
    room: `${words[at]?.text ?? ''} ${number}`,
    rest: trimmed([...words.slice(0, at), comma, ...words.slice(at + (isLettered ? 3 : 2))]),
  };
}

/** From the house number to the kind of street, or to the comma where there is none. */
function readStreet(words: readonly WrittenWord[]): { street?: string; rest: WrittenWord[] } {
  const box = words.findIndex(({ text }) => /^box$/i.test(text));
  const from = box > 0 ? Math.max(0, box - (words[box - 1]?.text.length === 1 ? 2 : 1)) : houseNumberAt(words);
  if (from === -1) return { rest: [...words] };
  const comma = words.findIndex(({ text }, at) => at > from && text === ',');
  const end = box > 0 ? box + 2 : (streetEnd(words, from) ?? (comma === -1 ? words.length : comma));
  return { street: written(words.slice(from, end)), rest: trimmed([...words.slice(0, from), ...words.slice(end)]) };
}

const houseNumberAt = (words: readonly WrittenWord[]) =>
  words.findIndex(({ text }, at) => streetNumber.test(text) && /^[A-Za-z\d]/.test(words[at + 1]?.text ?? ''));

/** After "Street", "Street West", "Circle Drive"; a kind of street that follows the number is a name: "10 Court Street". */
function streetEnd(words: readonly WrittenWord[], from: number): number | undefined {
  const kindAt = words.findIndex(({ text }, at) => {
    const hasName = at > from + 1 && !(at === from + 2 && words[at - 1]?.isGlued === true);
    return at > from && streetName(text) !== undefined && (hasName || text === 'Broadway');
  });
  const comma = words.findIndex(({ text }, at) => at > from && text === ',');
  if (kindAt === -1 || (comma !== -1 && comma < kindAt)) return undefined;
  let end = kindAt + 1;
  while (isKindOrDirection(words[end]?.text)) end += 1;
  return end;
}

function isKindOrDirection(word: string | undefined): boolean {
  if (word === undefined || /^st$/i.test(word)) return false;
  return streetName(word) !== undefined || directionName(word) !== undefined || /^(north|south|east|west)$/i.test(word);
}

const readCity = (words: readonly WrittenWord[]) =>
  written(words.filter(({ text }) => text !== ',' && !/\d/.test(text))).replace(leadIn, '');

function cityHeard(
  city: string,
  state: string | undefined,
  { hasMore, isAsked, street }: { hasMore: boolean; isAsked: boolean; street: string | undefined },
): { city?: string } {
  const isName = /^[A-Z][A-Za-z'. -]{1,40}$/.test(city) && city.split(' ').length <= 4;
  if (isName && (hasMore || isAsked)) return { city };
  // "350 Fifth Avenue, New York 10118"
  return city === '' && state === 'NY' && street !== undefined ? { city: 'New York' } : {};
}

function trimmed(words: readonly WrittenWord[]): WrittenWord[] {
  const isComma = ({ text }: WrittenWord) => text === ',';
  const from = words.findIndex((word) => !isComma(word));
  return from === -1 ? [] : words.slice(from, words.findLastIndex((word) => !isComma(word)) + 1);
}

const written = (words: readonly WrittenWord[]): string =>
  words
    .map(({ text, isGlued }, at) => (at > 0 && !(isGlued && /^[A-Za-z]{1,2}$/.test(text)) ? ` ${text}` : text))
    .join('')
    .replace(/ ,/g, ',')
    .trim();
