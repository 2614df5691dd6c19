import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hearEmail } from './hear-email.ts';
import { smallTalk } from './small-talk.arbitrary.ts';
import { joined, type Spoken, spokenLetter } from './spoken.arbitrary.ts';

/** None begins with an o: "oh, …" is how sentences begin as well. */
const names = [
  'anna', 'john', 'kate', 'smith', 'maria', 'lopez', 'news', 'shop', 'sam', 'quentin', 'wallace', 'booker', 'dee', 'jay', 'mike', 'xavier',
  'harriet', 'contact', 'store', 'zoey', 'lou', 'clive', 'bradley',
]; // prettier-ignore
const signs: Record<string, readonly string[]> = {
  '': [' '], '.': [' dot ', ' point ', ' period ', ' . '], _: [' underscore ', ' under score '], '-': [' dash ', ' hyphen '], '+': [' plus '],
}; // prettier-ignore
const numbers: Record<string, readonly string[]> = {
  '': [''], '7': ['seven', '7'], '07': ['zero seven', '07'], '42': ['forty-two', 'four two', '42', 'forty two'], '99': ['ninety-nine', 'double nine'],
  '111': ['triple one', 'one one one'], '1985': ['nineteen eighty-five', '1985', 'one nine eight five'],
  '2005': ['two thousand five', 'two thousand and five', 'twenty oh five', '2005'],
}; // prettier-ignore
const domains: Record<string, readonly string[]> = {
  'gmail.com': ['gmail dot com', 'g mail dot com', 'gee mail dot com', 'gmail.com', 'g m a i l dot com', 'Gmail dot com'],
  'hotmail.com': ['hotmail dot com', 'hot mail dot com', 'hotmail . com'],
  'icloud.com': ['icloud dot com', 'i cloud dot com', 'eye cloud dot com'],
  'protonmail.com': ['proton mail dot com', 'protonmail dot com'],
  'yahoo.com': ['y a h o o dot com', 'yahoo dot com', 'Y-A-H-O-O dot com', 'yahoo com'],
  'aol.com': ['A O L dot com', 'aol dot com'],
  'company.co.uk': ['company dot co dot uk', 'company dot co dot u k', 'company.co.uk', 'company dot C O dot U K'],
  'my-shop.com': ['my dash shop dot com', 'my hyphen shop dot c o m'],
  'bluemoon.example.org': ['blue moon dot example dot org', 'bluemoon dot example dot o r g'],
  'hp.com': ['h p dot com', 'HP dot com', 'H. P. dot com'],
  'cs.uni.edu': ['c s dot uni dot edu', 'c s dot uni dot e d u'],
}; // prettier-ignore

const oneOf = (ways: Record<string, readonly string[]>) =>
  fc
    .constantFrom(...Object.keys(ways))
    .chain((value) => fc.constantFrom(...(ways[value] ?? [])).map((text): Spoken => ({ text, value })));
const spelled = (word: string) =>
  fc.oneof(
    fc.constantFrom(
      Array.from(word).join(' '),
      Array.from(word.toUpperCase()).join(', '),
      Array.from(word.toUpperCase()).join('-'),
    ),
    joined(Array.from(word, spokenLetter)),
    fc.constant(
      word.replace(/(.)\1|./g, (same) => (same.length === 2 ? `double ${same.charAt(0)} ` : `${same} `)).trim(),
    ),
  );
/** A name as a word, spelled, or spelled after it was said. */
const name = fc.constantFrom(...names).chain((value) =>
  fc
    .tuple(
      fc.constantFrom('said', 'spelled', 'both'),
      spelled(value),
      fc.constantFrom(' ', ', ', ' spelled ', ", that's "),
    )
    .map(([way, letters, then]): Spoken => ({
      text: way === 'said' ? value : way === 'spelled' ? letters : value + then + letters,
      value,
    })),
);
/** A name said twice is one that is spelled after it was said; "d e l dee" may end in a d. */
const isPlain = (first: string, sign: string, last: string) =>
  first !== last && (sign !== '' || ![first, last].some((one) => ['dee', 'jay', 'mike'].includes(one)));
const local = fc
  .tuple(name, oneOf(signs), name, oneOf(numbers))
  .filter(([first, sign, last]) => isPlain(first.value, sign.value, last.value))
  .map(([first, sign, last, number]): Spoken => ({
    text: `${first.text}${sign.text}${last.text} ${number.text}`.trim(),
    value: first.value + sign.value + last.value + number.value,
  }));
const address = fc
  .tuple(local, fc.constantFrom(' at ', ' at ', ' at sign ', ' @ ', ', at '), oneOf(domains))
  .map(([before, at, domain]): Spoken => ({
    text: before.text + at + domain.text,
    value: `${before.value}@${domain.value}`,
  }));
const leads = [
  '', '', 'um ', "it's ", 'my email is ', 'my email address is ', 'yes, ', 'sure, it is ', 'okay so that would be ', 'the email I used is ',
  'let me see, ', 'my name is Jane and my email is ', 'order one two three four five and my email is ',
]; // prettier-ignore
const tails = ['', '', '.', ' please', ', thanks', ', all lowercase', ' all one word'];

test('hears any address back that is said in any way', () => {
  fc.assert(
    fc.property(address, fc.constantFrom(...leads), fc.constantFrom(...tails), ({ text, value }, lead, tail) => {
      expect(hearEmail(lead + text + tail)).toEqual({ status: 'heard', value });
    }),
    { numRuns: 300 },
  );
});

test('hears an address as it is typed', () => {
  fc.assert(
    fc.property(address, fc.constantFrom(...leads), ({ value }, lead) => {
      for (const written of [value, value.toUpperCase()])
        expect(hearEmail(`${lead}${written}.`)).toEqual({ status: 'heard', value });
    }),
  );
});

test('hears the later of an address that is taken back', () => {
  const corrections = fc.constantFrom('no wait', 'sorry', 'I mean', 'scratch that', 'no, sorry');
  fc.assert(
    fc.property(address, address, corrections, (wrong, { text, value }, correction) => {
      expect(hearEmail(`${wrong.text}, ${correction}, ${text}`)).toEqual({ status: 'heard', value });
    }),
  );
});

test('hears which of two, in their order', () => {
  fc.assert(
    fc.property(address, address, (one, other) => {
      fc.pre(one.value !== other.value);
      expect(hearEmail(`${one.text} or ${other.text}`)).toEqual({
        status: 'ambiguous',
        candidates: [one.value, other.value],
      });
    }),
  );
});

test('hears none in what holds none', () => {
  fc.assert(
    fc.property(smallTalk, (text) => {
      expect(hearEmail(text)).toEqual({ status: 'none' });
    }),
    { numRuns: 300 },
  );
});
