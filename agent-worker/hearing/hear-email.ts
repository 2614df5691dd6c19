import { addressElements } from './address-elements.ts';
import { addressReadings } from './address-readings.ts';
import { correctionEnd } from './correction.ts';
import { type Heard, heardOf } from './heard.ts';
import { localParts } from './local-part.ts';
import { isSpellingOf } from './spelling.ts';
import { namesProvider, readDomain } from './spoken-domain.ts';
import { standsAt, type Token, tokensOf } from './tokens-of.ts';

const typed = /[a-z0-9](?:[a-z0-9._%+'-]*[a-z0-9_+-])?@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/gi;
/** "gmail . com": how some recognisers write "dot". */
const spacedSign = /(?<=[a-z0-9]) ([._]) (?=[a-z0-9])/gi;
/** Tokens after an address in which it may be spelled, or corrected. */
const longestSpelling = 160;
/** What people add about how it is written: addresses are in lower case and without spaces anyway. */
const remarks =
  /,?\s*\b(?:(?:all |in |it's )?(?:all )?(?:lower|upper)[ -]?case(?: letters)?|all (?:in )?(?:one|1) word|(?:as )?(?:one|1) word|capital ([a-z])\b,?(?= \1[a-z])|no spaces?|without (?:any )?spaces?|no caps|with no [a-z]|all together)\b/gi;

/**
 * Hears an e-mail address, spoken or typed: words, spelled letters and numbers, "dot", "underscore", domains said as one
 * word or two, spelled after it was said, corrected in mid-utterance. "double o seven" may be letters or zeros: ambiguous.
 */
export function hearEmail(text: string): Heard {
  const joined = text.replace(spacedSign, (_, sign) => (sign === '.' ? ' dot ' : ' underscore '));
  const written = heardTyped(joined);
  if (written.length > 0) return heardOf(written, 'none');
  const tokens = tokensOf(joined.replace(remarks, ' '));
  const addresses = spokenAddresses(tokens);
  return heardOf(addresses, isPartOfOne(tokens) ? 'incomplete' : 'none');
}

/** The addresses as typed; after a correction only the later ones. */
function heardTyped(text: string): string[] {
  let end = 0;
  return [...text.matchAll(typed)].reduce<string[]>((heard, { 0: address, index }) => {
    const between = tokensOf(text.slice(end, index));
    const isCorrected = between.some((_, at) => correctionEnd(between, at) !== undefined);
    end = index + address.length;
    return [...(isCorrected ? [] : heard), address.toLowerCase()];
  }, []);
}

function spokenAddresses(tokens: readonly Token[]): string[] {
  let heard: string[] = [];
  let locals: string[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (!isAt(tokens[at])) continue;
    const said = readDomain(tokens, afterSign(tokens, at));
    if (said === undefined) continue;
    const corrected = from > 0 ? correctionEnd(tokens, from) : undefined;
    const own = localParts(tokens.slice(corrected ?? from, at));
    const isCorrection = corrected !== undefined;
    locals = own.length > 0 ? own : isCorrection ? locals : [];
    const { domain, next } = correctedDomain(tokens, said);
    locals = correctedLocals(tokens, next) ?? locals;
    const spelled = spellingAfter(tokens, next, locals);
    const addresses = (spelled ?? locals).map((local) => `${local}@${domain}`);
    heard = isCorrection ? addresses : [...heard, ...addresses];
    from = next;
    at = next - 1;
  }
  return heard;
}

const isAt = (token: Token | undefined) => token?.text === 'at' || token?.text === '@';

/** "at sign", "at the rate": more words for the same sign. */
function afterSign(tokens: readonly Token[], at: number): number {
  const longer = [['sign'], ['symbol'], ['the', 'rate', 'of'], ['the', 'rate']].find((words) =>
    standsAt(tokens, at + 1, words),
  );
  return at + 1 + (longer?.length ?? 0);
}

/** "at gmail dot com, sorry, hotmail dot com" */
function correctedDomain(tokens: readonly Token[], said: { domain: string; next: number }) {
  const again = correctionEnd(tokens, said.next);
  if (again === undefined) return said;
  const domain = readDomain(tokens, again);
  const isWholeAddress = tokens.some(
    (token, at) => at >= again && isAt(token) && readDomain(tokens, afterSign(tokens, at)),
  );
  return domain?.isKnown === true && !isWholeAddress ? domain : said;
}

/** "john dot smith at gmail dot com, no, john dot smyth": another one at the same domain. */
function correctedLocals(tokens: readonly Token[], next: number): string[] | undefined {
  const again = correctionEnd(tokens, next);
  if (again === undefined || tokens.slice(again).some(isAt)) return undefined;
  const rest = tokens.slice(again, again + longestSpelling);
  const isJoined = addressElements(rest).some(({ kind }) => kind === 'joint');
  const corrected = isJoined ? localParts(rest) : [];
  return corrected.length > 0 ? corrected : undefined;
}

/** "john dot smith at gmail dot com, that's s m y t h": the letters count, where they spell what was said, or a part of it. */
function spellingAfter(tokens: readonly Token[], next: number, locals: readonly string[]): string[] | undefined {
  const letters = addressElements(tokens.slice(next, next + longestSpelling)).filter(({ kind }) => kind !== 'spelled');
  if (letters[0]?.kind !== 'letter') return undefined;
  const end = letters.findIndex(({ kind }) => kind === 'word');
  const spelled = addressReadings(end === -1 ? letters : letters.slice(0, end)).filter((one) => /[a-z]/.test(one));
  const fits = spelled.flatMap((one) => locals.flatMap((local) => respelled(local, one) ?? []));
  return fits.length > 0 ? fits : undefined;
}

/** What was said, or the one part of it that the letters spell, as they spell it. */
function respelled(local: string, spelled: string): string | undefined {
  if (isSpellingOf(local, spelled)) return spelled;
  const parts = local.split(/([._+-])/);
  const at = parts.findIndex((part) => isSpellingOf(part, spelled));
  return at === -1 ? undefined : parts.with(at, spelled).join('');
}

/** An at sign, a mail provider, or nothing but letters: there is more to be asked for. */
function isPartOfOne(tokens: readonly Token[]): boolean {
  if (tokens.some(({ text }) => text === '@')) return true;
  const isProvider = tokens.some(
    (_, at) => namesProvider(tokens, at) && (isAt(tokens[at - 1]) || readDomain(tokens, at)),
  );
  if (isProvider) return true;
  const elements = addressElements(tokens);
  const isLetters = elements.every(({ kind }) => ['letter', 'oh', 'joint', 'digits', 'letter-name'].includes(kind));
  const letters = elements.filter(({ kind }) => kind === 'letter').length;
  // "john dot smith", and "john dot" of which the rest is to come
  const isJoined = elements.some(
    (element, at) =>
      element.kind === 'joint' && ['.', '_', '+'].includes(element.text) && elements[at - 1]?.kind === 'word',
  );
  return (isLetters && letters > 2) || (isJoined && elements.length <= 4);
}
