import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hearEmail } from './hear-email.ts';

const heardAs = (cases: readonly (readonly [string, string])[]) =>
  test.each(cases)('%s', (text, value) => expect(hearEmail(text)).toEqual({ status: 'heard', value }));

describe('hears an address as it is typed', () => {
  heardAs([
    ['customer@email.com', 'customer@email.com'],
    ['My email is Customer@Email.com.', 'customer@email.com'],
    ['ORD-12345, customer@email.com', 'customer@email.com'],
    ["I'm sam+orders@outlook.co.uk, thanks", 'sam+orders@outlook.co.uk'],
    ['tom@gmail.com no sorry jim@gmail.com', 'jim@gmail.com'],
    ['john.smith at gmail.com', 'john.smith@gmail.com'],
  ]);
});

describe('hears an address in words', () => {
  heardAs([
    ['customer at email dot com', 'customer@email.com'],
    ['johnsmith all one word at gmail dot com', 'johnsmith@gmail.com'],
    ["it's john smith at gmail dot com", 'johnsmith@gmail.com'],
    ['jane underscore doe ninety-nine at yahoo dot co dot uk', 'jane_doe99@yahoo.co.uk'],
    ['sam plus orders at outlook dot com', 'sam+orders@outlook.com'],
    ['mary dash jane at my hyphen shop dot com', 'mary-jane@my-shop.com'],
    ['j smith nineteen eighty-five at gmail dot com', 'jsmith1985@gmail.com'],
    ['The email is sam two thousand five at gmail dot com', 'sam2005@gmail.com'],
    ['x y z one two three at g mail dot com all lowercase', 'xyz123@gmail.com'],
    ['jane at hot mail dot com', 'jane@hotmail.com'],
    ['jane at i cloud dot com', 'jane@icloud.com'],
    ['jane at yahoo dot co dot u k', 'jane@yahoo.co.uk'],
    ['jane at mail dot example dot com', 'jane@mail.example.com'],
    ['sue at gmail com', 'sue@gmail.com'],
    ['zoe at sign gmail dot com', 'zoe@gmail.com'],
    ['yes it is sam at example dot com please', 'sam@example.com'],
    ['no reply at example dot com', 'noreply@example.com'],
    ['email at example dot com', 'email@example.com'],
    ["o'brien at gmail dot com", 'obrien@gmail.com'],
    ['mike at gmail dot com', 'mike@gmail.com'],
    ['order one two three four five and my email is john at gmail dot com', 'john@gmail.com'],
  ]);
});

describe('hears an address spelled', () => {
  heardAs([
    ['J, O, H, N, dot, S, M, I, T, H at gmail dot com', 'john.smith@gmail.com'],
    ['J. O. H. N. at gmail dot com', 'john@gmail.com'],
    ['j-o-h-n at h p dot com', 'john@hp.com'],
    ['jay oh aitch en at gmail dot com', 'john@gmail.com'],
    ['kilo alpha tango echo at gmail dot com', 'kate@gmail.com'],
    ['M as in Mary, I, K as in kite, E at gmail dot com', 'mike@gmail.com'],
    ['a double n a at gmail dot com', 'anna@gmail.com'],
    ['double u e b at gmail dot com', 'web@gmail.com'],
    ['kate with a K, k a t e, dot wu at h p dot com', 'kate.wu@hp.com'],
    ['jay, j a y, dot smith at gmail dot com', 'jay.smith@gmail.com'],
    ['mike with a y, m y k e at gmail dot com', 'myke@gmail.com'],
    ['capital J john at gmail dot com', 'john@gmail.com'],
    ['smith spelled s m y t h at gmail dot com', 'smyth@gmail.com'],
    ["john smith at gmail dot com, that's j o h n s m y t h", 'johnsmyth@gmail.com'],
  ]);
});

describe('tells zero from the letter by what is around it', () => {
  heardAs([
    ['bob oh seven at gmail dot com', 'bob07@gmail.com'],
    ['bob one oh seven at gmail dot com', 'bob107@gmail.com'],
    ['b o b at gmail dot com', 'bob@gmail.com'],
  ]);

  test('and asks where it may be either', () => {
    expect(hearEmail('bob double o seven at gmail dot com')).toEqual({
      status: 'ambiguous',
      candidates: ['boboo7@gmail.com', 'bob007@gmail.com'],
    });
    expect(hearEmail('bob o o seven at gmail dot com').status).toBe('ambiguous');
  });
});

describe('takes a correction', () => {
  heardAs([
    ['tom at gmail dot com no wait at yahoo dot com', 'tom@yahoo.com'],
    ['tom at gmail no hotmail dot com', 'tom@hotmail.com'],
    ['tom at gmail dot com, sorry, hotmail dot com', 'tom@hotmail.com'],
    ['john dot smith no jane dot smith at gmail dot com', 'jane.smith@gmail.com'],
    ['tom at gmail dot com no wait jane at gmail dot com', 'jane@gmail.com'],
    ['tom at gmail dot com, no wait, jane dot shop seven at sign yahoo com', 'jane.shop7@yahoo.com'],
    ['kate at h p dot com, no wait, at dell dot com', 'kate@dell.com'],
    ['john dot smith at gmail dot com, no, john dot smyth', 'john.smyth@gmail.com'],
    ['t o n, no, m at gmail dot com', 'tom@gmail.com'],
  ]);
});

test('asks which, when there are two', () => {
  const candidates = ['tom@gmail.com', 'tom@yahoo.com'];
  expect(hearEmail('tom at gmail dot com or tom at yahoo dot com')).toEqual({ status: 'ambiguous', candidates });
  expect(hearEmail('tom@gmail.com or tom@yahoo.com')).toEqual({ status: 'ambiguous', candidates });
});

describe('notices that part is missing', () => {
  test.each([
    'john at gmail',
    'gmail dot com',
    'my email is at gmail dot com',
    'customer@email',
    'john dot smith',
    'j o h n',
  ])('%s', (text) => expect(hearEmail(text)).toEqual({ status: 'incomplete' }));
});

describe('hears nothing where there is none', () => {
  test.each([
    'I am at home',
    'I bought it at amazon dot com',
    "I don't remember my email",
    'what did you say',
    'ORD-12345',
    'one two three four five',
    'john smith',
    'yes',
    '',
  ])('%s', (text) => expect(hearEmail(text)).toEqual({ status: 'none' }));
});

const signs: Record<string, string> = { '.': ' dot ', _: ' underscore ', '-': ' dash ', '+': ' plus ' };
const digits = 'zero one two three four five six seven eight nine'.split(' ');
const inWords = (part: string) =>
  part.replace(/[._+-]|\d/g, (sign) => signs[sign] ?? ` ${digits[Number(sign)] ?? ''} `);
const inLetters = (part: string) => inWords(Array.from(part).join(' '));
const name = fc.constantFrom('anna', 'john', 'kate', 'smith', 'wu', 'maria', 'lopez', 'news', 'shop', 'sam');
const local = fc
  .tuple(name, fc.constantFrom('', '.', '_', '-', '+'), name, fc.constantFrom('', '1', '42', '1985'))
  .map(([first, sign, last, number]) => (sign === '' ? first + number : first + sign + last + number));
const domain = fc.constantFrom('gmail.com', 'example.org', 'yahoo.co.uk', 'my-shop.com', 'hp.com');

test('hears any address back that is said in any of these ways', () => {
  fc.assert(
    fc.property(
      local,
      domain,
      fc.record({
        way: fc.constantFrom(inWords, inLetters),
        lead: fc.constantFrom('', 'my email is ', "it's ", 'yes, ', 'um '),
      }),
      (before, after, { way, lead }) => {
        expect(hearEmail(`${lead}${way(before)} at ${inWords(after)}`)).toEqual({
          status: 'heard',
          value: `${before}@${after}`,
        });
        expect(hearEmail(`${lead}${before}@${after}.`)).toEqual({ status: 'heard', value: `${before}@${after}` });
      },
    ),
  );
});

test('hears none in sentences that hold none, and never throws', () => {
  const words = fc.constantFrom(
    ...'where is my order please i want to return the shirt at home are you there what did say for today late one two'.split(
      ' ',
    ),
  );
  fc.assert(fc.property(fc.array(words, { maxLength: 12 }), (some) => hearEmail(some.join(' ')).status === 'none'));
  fc.assert(
    fc.property(fc.string(), (text) => ['heard', 'ambiguous', 'incomplete', 'none'].includes(hearEmail(text).status)),
  );
});
