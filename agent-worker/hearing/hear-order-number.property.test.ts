import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hearOrderNumber } from './hear-order-number.ts';
import { smallTalk } from './small-talk.arbitrary.ts';
import { joined, type Spoken, spokenDigits, spokenLetter } from './spoken.arbitrary.ts';

const formats = ['ORD-#####', '#W#######', '######', 'SO##-US###', 'AB-####-CD', 'P########', '###-#######-#######'];
const leads = [
  '', '', 'um ', "it's ", 'my order number is ', 'let me see, ', 'yeah it is ', 'order number ', "okay so it's ", 'Hi, my number is ',
  'I have order ', 'the number on the receipt is ',
]; // prettier-ignore
const tails = ['', '', '.', ' please', ', thanks', ' I think', ', can you check it'];
/** Between two groups of digits it is said: "twenty, nine" would be another number. */
const dash = fc.constantFrom('dash', 'hyphen', '-', ', dash,');

/** A number of this format, in any of the ways that people say or type it. */
function spokenNumber(format: string): fc.Arbitrary<Spoken> {
  const slots = format.replace(/^#(?!#)/, '');
  const digitCount = slots.replace(/[^#]/g, '').length;
  return fc.stringMatching(new RegExp(`^\\d{${digitCount}}$`)).chain((digits) => {
    let at = 0;
    const parts = (slots.match(/[A-Z]+|#+|-/g) ?? []).map((part) => {
      if (part === '-') return dash;
      if (!part.startsWith('#')) return fc.oneof(fc.constant(part), joined(Array.from(part, spokenLetter)));
      at += part.length;
      return spokenDigits(digits.slice(at - part.length, at));
    });
    const hash = slots === format ? fc.constant('') : fc.constantFrom('#', 'hashtag', 'pound sign', '');
    let next = 0;
    const value = format.slice(0, format.length - slots.length) + slots.replace(/#/g, () => digits[next++] ?? '');
    return fc.tuple(hash, ...parts).map((said) => ({ text: said.join(' ').trim(), value }));
  });
}

const around = fc.record({ lead: fc.constantFrom(...leads), tail: fc.constantFrom(...tails) });

test.each(formats)('hears any %s back that is said in any way', (format) => {
  fc.assert(
    fc.property(spokenNumber(format), around, ({ text, value }, { lead, tail }) => {
      expect(hearOrderNumber(lead + text + tail, [format])).toEqual({ status: 'heard', value });
    }),
    { numRuns: 200 },
  );
});

const corrections = [
  'no wait',
  'sorry',
  'I mean',
  'scratch that',
  'no, sorry, it is',
  'oh no wait',
  'let me start over',
  'make that',
];
const ord = spokenNumber('ORD-#####');

test('hears the later of a number that is taken back', () => {
  fc.assert(
    fc.property(ord, ord, fc.constantFrom(...corrections), (wrong, { text, value }, correction) => {
      expect(hearOrderNumber(`${wrong.text}, ${correction}, ${text}`, formats.slice(0, 2))).toEqual({
        status: 'heard',
        value,
      });
    }),
  );
});

test('hears a last digit that is taken back', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{5}$/),
      fc.nat(9),
      fc.constantFrom(...corrections),
      (digits, wrong, correction) => {
        fc.pre(correction !== 'let me start over');
        const said = Array.from(digits.slice(0, 4) + String(wrong)).join(' ');
        expect(hearOrderNumber(`${said} ${correction} ${digits[4] ?? ''}`, formats.slice(0, 2))).toEqual({
          status: 'heard',
          value: `ORD-${digits}`,
        });
      },
    ),
  );
});

test('hears which of two, in their order', () => {
  fc.assert(
    fc.property(ord, ord, fc.constantFrom(' or ', ' and also ', ', and the other one is '), (one, other, and) => {
      fc.pre(one.value !== other.value && /^O/.test(other.text));
      expect(hearOrderNumber(one.text + and + other.text, formats.slice(0, 2))).toMatchObject({
        candidates: [one.value, other.value],
      });
    }),
  );
});

const others = [
  'my zip is 78701', 'my phone number is five one two five five five oh one four two', 'I paid $29.99', 'I bought two shirts', 'I ordered it on March 3, 2026',
  'my email is jane99 at gmail dot com', 'my card ends in 4242', 'I live at 12345 Main Street', 'it has been ten days', "it's a size 12",
]; // prettier-ignore

test('hears it beside other numbers', () => {
  fc.assert(
    fc.property(ord, fc.constantFrom(...others), fc.boolean(), ({ text, value }, other, isFirst) => {
      const sentence = isFirst
        ? `my order number is ${text}, and ${other}`
        : `${other}, and my order number is ${text}`;
      expect(hearOrderNumber(sentence, formats.slice(0, 2))).toEqual({ status: 'heard', value });
    }),
  );
});

test('hears none in what holds none', () => {
  fc.assert(
    fc.property(smallTalk, (text) => {
      expect(hearOrderNumber(text, formats.slice(0, 2))).toEqual({ status: 'none' });
    }),
    { numRuns: 1_000 },
  );
});
