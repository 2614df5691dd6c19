import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speechOf, SpeechText } from './speech-text.ts';
import { speechTransform } from './speech-transform.ts';

const context = { today: '2026-03-05', timeZone: 'America/New_York' };

const phrases = [
  'Your order ORD-12345', 'shipped on Sunday, March 8', 'March 8, 2027', 'via UPS.', 'It cost $1,126.04,', '2 x Classic Tee - Navy, Size M',
  'to 123 Main St, Austin, TX 78701', 'by 2 PM ET.', 'by 2 p.m.', 'Call +1 212 555 0100', '(512) 555-0142', 'in 5-7 business days', '5–7',
  'Visa ending in 4242', '4242 4242 4242 4242', 'help@yourstore.com', 'https://yourstore.com/track.', 'Good news — it', 'news—it', '10% off',
  '350 5th Ave, New York, NY 10118', 'St. Louis', '2026-03-08', '2', '512', 'May', 'Sat, Mar 7', '"quoted"', '(so)', '#W2378156', 'Yes.', 'and', '**bold**', '\n- a point', '# Title', '[our site](https://yourstore.com/track)', '🎉', '📦.', '`code`', '- ', '9 AM–5 PM',
  'e.g.', 'vs.', '5 - 7', '1 1/2', 'Apt. 4B', 'PO Box 12', 'M5V 3L9,', '***', '_so_', '| a | b |', '&amp;', '<b>so</b>', '•', '24/7',
]; // prettier-ignore
const text = fc
  .array(fc.tuple(fc.constantFrom(...phrases), fc.constantFrom(' ', '  ', '\n', ' ')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));

/** Cuts a text at these places, modulo its length. */
function pieces(whole: string, cuts: readonly number[]): string[] {
  const at = [...new Set(cuts.map((cut) => cut % (whole.length + 1)))].sort((one, other) => one - other);
  return [...at, whole.length].map((end, index) => whole.slice(at[index - 1] ?? 0, end));
}

async function streamed(parts: readonly string[]): Promise<string> {
  let said = '';
  for await (const piece of speechTransform(ReadableStream.from(parts), context)) said += piece;
  return said;
}

test('says the same, wherever the text is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(text, fc.string()), fc.array(fc.nat()), async (whole, cuts) => {
      expect(await streamed(pieces(whole, cuts))).toBe(speechOf(whole, context));
    }),
  );
});

test('says the same character by character', async () => {
  const whole = phrases.join(' ');
  expect(await streamed(Array.from(whole))).toBe(speechOf(whole, context));
});

test('leaves plain words as they are, and speech too', () => {
  // No abbreviation begins with a z.
  const words = fc.array(fc.stringMatching(/^z[a-z]{1,10}[.,!?]?$/), { maxLength: 20 }).map((some) => some.join(' '));
  fc.assert(fc.property(words, (plain) => speechOf(plain, context) === plain));
  fc.assert(
    fc.property(text, (written) => {
      const speech = speechOf(written, context);
      expect(speechOf(speech, context)).toBe(speech);
    }),
  );
});

test('passes a clause on as soon as it is complete', () => {
  const speech = new SpeechText(context);
  expect(speech.push('Good news — your order shipped on Sunday, March 8. ')).toBe(
    'Good news — your order shipped on Sunday, March eighth. ',
  );
  expect(speech.push('It cost $29.99, ')).toBe('It cost twenty-nine ninety-nine, ');
});

test('holds back only what could still change', () => {
  const speech = new SpeechText(context);
  expect(speech.push('on March')).toBe('on');
  expect(speech.push(' 8')).toBe('');
  expect(speech.push(', ')).toBe('');
  expect(speech.push('so ')).toBe(' March eighth, so');
  expect(speech.push('OR')).toBe('');
  expect(speech.push('D-123')).toBe('');
  expect(speech.push('45. ')).toBe(' O-R-D-one-two-three-four-five. ');
});

test('has said a text two plain words after it', () => {
  fc.assert(
    fc.property(text, (written) => {
      const speech = new SpeechText(context);
      const said = speech.push(`${written} so then `);
      expect((said + speech.end()).slice(said.length).length).toBeLessThanOrEqual(' so then '.length);
    }),
  );
});

test('is never more than a few words behind', () => {
  const longestName = 8;
  fc.assert(
    fc.property(text, (written) => {
      const speech = new SpeechText(context);
      let held = '';
      for (const word of written.match(/\S+\s*|^\s+/g) ?? []) {
        const isSaid = speech.push(word) !== '';
        held = isSaid ? '' : held + word;
        expect(held.split(/\s+/).length).toBeLessThanOrEqual(longestName);
      }
    }),
  );
});
