import { describe, expect, test } from 'vitest';
import type { RequestOf } from '@orderline/contract/proposal.ts';
import { changeFacts, deliveredOrder } from '../../test/support/seed-return.ts';
import type { Order, Variant } from '../orders/order.ts';
import type { ChangeFacts } from './change-facts.ts';
import { exchange } from './exchange.ts';

const delivered = deliveredOrder(new Date('2026-03-01T17:15:00Z'));
const [navyM] = delivered.lines;
if (navyM === undefined) throw new Error('the seed order has lines');

const navyTee = (size: string, rest: Partial<Variant> = {}): Variant => ({
  sku: `TEE-NVY-${size}`,
  name: `Classic Tee - Navy, Size ${size}`,
  options: { colour: 'Navy', size },
  priceCents: 2999,
  available: 4,
  ...rest,
});
const tees = [navyTee('M'), navyTee('L'), navyTee('XL', { available: 0 }), navyTee('S', { priceCents: 2499 })];
const toSize = (size: string, quantity = 1): RequestOf<'exchange'> => ({
  kind: 'exchange',
  lines: [{ line: 1, quantity, variant: { size } }],
  condition: 'as_new',
  reason: 'size',
});

interface Judged {
  readonly order?: Order;
  readonly variants?: readonly Variant[];
  readonly facts?: Partial<ChangeFacts>;
}
const judge = (request: RequestOf<'exchange'>, { order = delivered, variants = tees, facts = {} }: Judged = {}) =>
  exchange.judge(request, changeFacts(order, { variants: new Map([[1, variants]]), ...facts }));

describe('an exchange', () => {
  test('names what is sent for it, when, and the label; nothing is charged', () => {
    expect(judge(toSize('L'))).toEqual({
      verdict: 'proposed',
      say: "I've found 1 x Classic Tee - Navy, Size L in stock. I'll set it aside and send you a prepaid label by text and email. Just ship 1 x Classic Tee - Navy, Size M back within 7 days, and we send the new one once we have it, at no extra charge. Sound good?",
      effects: [
        { effect: 'request_return', line: 1, quantity: 1 },
        { effect: 'reserve_stock', sku: 'TEE-NVY-L', quantity: 1 },
      ],
      consequences: {
        lines: [{ line: 1, quantity: 1, name: 'Classic Tee - Navy, Size M', sku: 'TEE-NVY-M' }],
        fee_cents: 0,
        stock: [
          {
            sku: 'TEE-NVY-L',
            name: 'Classic Tee - Navy, Size L',
            quantity: 1,
            move: 'reserved',
            cheaper_by_cents: 0,
          },
        ],
        sends: [
          { what: 'return_label', by: 'sms' },
          { what: 'return_label', by: 'email' },
        ],
        ship_by: '2026-03-19',
      },
    });
  });

  test('for what costs less gives the difference back once the old item has come', () => {
    expect(judge(toSize('S', 2))).toMatchObject({
      say: expect.stringContaining("You'll get $10.00 back, because it costs less.") as string,
      consequences: {
        refund: { amount_cents: 1000, parts: [{ payment: 1, amount_cents: 1000 }], when: 'on_receipt' },
        stock: [{ cheaper_by_cents: 500 }],
      },
    });
  });

  test.each([
    [{ texting: 'never', hasEmail: true } as const, 'a prepaid label by email.'],
    [{ texting: 'ask', hasEmail: false } as const, 'a prepaid label by text.'],
  ])('where the label goes is said honestly: %j', (reach, words) => {
    expect(judge(toSize('L'), { facts: { reach } })).toMatchObject({ say: expect.stringContaining(words) as string });
  });
});

describe('an exchange is refused', () => {
  test('for the same variant: only what is damaged is sent again', () => {
    expect(judge(toSize('M'))).toMatchObject({
      reason: 'same_variant',
      offers: ['claim', 'other_variant'],
      say: expect.stringContaining('Is something wrong with the Classic Tee - Navy, Size M?') as string,
    });
  });

  test('for one that does not exist, naming those there are', () => {
    expect(judge(toSize('XXS'))).toMatchObject({
      reason: 'no_such_variant',
      offers: ['other_variant', 'return'],
      say: "I'm sorry, the Classic Tee - Navy, Size M doesn't come like that. It also comes in L and S. Which would you like?",
    });
    expect(judge(toSize('XXS'), { variants: [navyTee('M')] })).toMatchObject({
      reason: 'no_such_variant',
      offers: ['return'],
      say: expect.stringContaining('Would you like to return it instead?') as string,
    });
  });

  test('for one that is out of stock, with the others or a return', () => {
    expect(judge(toSize('XL'))).toMatchObject({
      reason: 'out_of_stock',
      offers: ['other_variant', 'return'],
      say: "I'm sorry, Classic Tee - Navy, Size XL is out of stock. The Classic Tee - Navy, Size M also comes in L and S. Would you like one of those, or to return it for a refund?",
    });
    expect(judge(toSize('XL'), { variants: [navyTee('M'), navyTee('XL', { available: 0 })] })).toMatchObject({
      reason: 'out_of_stock',
      offers: ['return'],
      say: expect.stringContaining('Would you like to return it for a refund instead?') as string,
    });
  });

  test('for one that costs more, unless a person has allowed it', () => {
    const variants = [navyTee('M'), navyTee('L', { priceCents: 3499 })];
    expect(judge(toSize('L'), { variants })).toMatchObject({
      reason: 'dearer',
      offers: ['escalation', 'other_variant', 'return'],
      say: 'Classic Tee - Navy, Size L costs $5.00 more, and I can only exchange at the same price or below. Would you like me to ask our team?',
    });
    expect(judge(toSize('L'), { variants, facts: { waived: new Set(['price']) } })).toMatchObject({
      verdict: 'proposed',
      consequences: { fee_cents: 0 },
    });
  });

  test('when two lines want the last unit of the same', () => {
    const twoLinesOfTees: Order = {
      ...delivered,
      lines: [
        { ...navyM, quantity: 1 },
        { ...navyM, quantity: 1, line: 2 },
      ],
    };
    const both: RequestOf<'exchange'> = {
      ...toSize('L'),
      lines: [1, 2].map((line) => ({ line, quantity: 1, variant: { size: 'L' } })),
    };
    const left = (available: number) => {
      const variants = [navyTee('M'), navyTee('L', { available })];
      return judge(both, {
        order: twoLinesOfTees,
        facts: {
          variants: new Map([
            [1, variants],
            [2, variants],
          ]),
        },
      });
    };
    expect(left(1)).toMatchObject({ reason: 'out_of_stock' });
    expect(left(2)).toMatchObject({ verdict: 'proposed' });
  });

  test('as a return would be: past the window, before its condition is known, worn', () => {
    const late = { facts: { now: new Date('2026-04-02T15:00:00Z') } };
    expect(judge(toSize('L'), late)).toMatchObject({ reason: 'window_passed' });
    expect(judge({ ...toSize('L'), condition: undefined })).toMatchObject({ reason: 'condition_unknown' });
    expect(judge({ ...toSize('L'), condition: 'used' })).toMatchObject({ reason: 'condition_not_met' });
  });

  test('where the store does not tell its variants, for a person to decide', () => {
    expect(judge(toSize('L'), { facts: { variants: new Map() } })).toMatchObject({
      reason: 'facts_unknown',
      offers: ['return', 'escalation'],
    });
  });
});
