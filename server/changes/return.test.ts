import { describe, expect, test } from 'vitest';
import type { RequestOf } from '@orderline/contract/proposal.ts';
import { seedPayment } from '../../test/support/seed-order.ts';
import { changeFacts, deliveredOrder, seedReturn, seedReturnLine, withCounts } from '../../test/support/seed-return.ts';
import type { Order } from '../orders/order.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { Judgement } from './change-kind.ts';
import { returnOfItems } from './return.ts';

const delivered = deliveredOrder(new Date('2026-03-01T17:15:00Z'));
const oneTee: RequestOf<'return'> = {
  kind: 'return',
  lines: [{ line: 1, quantity: 1 }],
  condition: 'as_new',
  reason: 'size',
};
const everything = {
  ...oneTee,
  lines: [
    { line: 1, quantity: 2 },
    { line: 2, quantity: 1 },
  ],
};

function judge(order: Order, request: Partial<RequestOf<'return'>> = {}, facts: Partial<ChangeFacts> = {}): Judgement {
  return returnOfItems.judge({ ...oneTee, ...request }, changeFacts(order, facts));
}

describe('a return inside the window', () => {
  test("is read back in the seed's words, with the refund that follows it", () => {
    expect(judge(delivered)).toEqual({
      verdict: 'proposed',
      say: "I'll send you a prepaid return label by text and email. Just ship the item back within 7 days, and your refund will process in 5 to 7 business days after we receive it. Sound good?",
      effects: [{ effect: 'request_return', line: 1, quantity: 1 }],
      consequences: {
        lines: [{ line: 1, quantity: 1, name: 'Classic Tee - Navy, Size M', sku: 'TEE-NVY-M' }],
        refund: {
          amount_cents: 2999,
          shipping_cents: 0,
          parts: [{ payment: 1, method: 'Visa ending in 4242', amount_cents: 2999 }],
          when: 'on_receipt',
          business_days: { from: 5, to: 7 },
        },
        fee_cents: 0,
        stock: [],
        sends: [
          { what: 'return_label', by: 'sms' },
          { what: 'return_label', by: 'email' },
        ],
        ship_by: '2026-03-19',
      },
    });
  });

  test('of several lines gives back all of them, to the card first and then to the gift card', () => {
    const payments = [
      { ...seedPayment, payment: 1, kind: 'gift_card' as const, method: 'gift card', capturedCents: 4000 },
      { ...seedPayment, payment: 2, capturedCents: 6997 },
    ];
    expect(judge({ ...delivered, payments }, everything)).toMatchObject({
      effects: [
        { effect: 'request_return', line: 1, quantity: 2 },
        { effect: 'request_return', line: 2, quantity: 1 },
      ],
      consequences: {
        refund: {
          amount_cents: 10_997,
          parts: [
            { payment: 2, amount_cents: 6997 },
            { payment: 1, amount_cents: 4000 },
          ],
        },
      },
    });
  });

  test('after another one counts the shares of the discount that are left', () => {
    // Of 101 cents off the order, one tee bears 28 and the other 27.
    const discounted = withCounts({ ...delivered, discountCents: 101 }, 1, { returnRequested: 1 });
    const first = judge({ ...delivered, discountCents: 101 });
    const second = judge(discounted, {}, { returns: [seedReturn] });
    const both = judge({ ...delivered, discountCents: 101 }, { lines: [{ line: 1, quantity: 2 }] });
    const cents = [first, second, both].map((of) =>
      of.verdict === 'proposed' ? of.consequences.refund?.amount_cents : 0,
    );
    expect((cents[0] ?? 0) + (cents[1] ?? 0)).toBe(cents[2]);
    expect(cents[0]).not.toBe(cents[1]);
  });

  test.each([
    [
      { texting: 'never', hasEmail: true } as const,
      /^I can't text you, so I'll send you a prepaid return label by email\. Just ship/,
      ['email'],
    ],
    [
      { texting: 'allowed', hasEmail: false } as const,
      /^I'll send you a prepaid return label by text\. Just ship/,
      ['sms'],
    ],
    [
      { texting: 'ask', hasEmail: true } as const,
      /^I'll send you a prepaid return label by text and email\. /,
      ['sms', 'email'],
    ],
  ])('promises the label only by the ways there are: %j', (reach, say, ways) => {
    expect(judge(delivered, {}, { reach })).toMatchObject({
      say: expect.stringMatching(say) as string,
      consequences: { sends: ways.map((by) => ({ what: 'return_label', by })) },
    });
  });

  test('goes to a person when there is no way to send a label', () => {
    const reach = { texting: 'never', hasEmail: false } as const;
    expect(judge(delivered, {}, { reach })).toMatchObject({ reason: 'no_contact', offers: ['escalation'] });
  });
});

describe('the condition', () => {
  test('is asked, in one question, before there is a return', () => {
    expect(judge(delivered, { condition: undefined })).toEqual({
      verdict: 'refused',
      reason: 'condition_unknown',
      say: 'Is the Classic Tee - Navy, Size M unused, unworn, and in its original packaging?',
    });
    expect(judge(delivered, { ...everything, condition: undefined })).toMatchObject({
      say: 'Are they all unused, unworn, and in their original packaging?',
    });
  });

  test('is not asked when the return is refused anyway', () => {
    const april = { now: new Date('2026-04-20T15:00:00Z') };
    expect(judge(delivered, { condition: undefined }, april)).toMatchObject({ reason: 'window_passed' });
  });

  test('worn once is refused, and a defect is asked for', () => {
    expect(judge(delivered, { condition: 'used' })).toEqual({
      verdict: 'refused',
      reason: 'condition_not_met',
      say: "I'm sorry, I can only take items back that are unused, unworn, and in their original packaging. However, if it came damaged or defective, we can absolutely help. Is there a defect or damage?",
      offers: ['claim'],
    });
  });

  test('is looked at on receipt where a person has approved the return', () => {
    const waived = new Set(['window'] as const);
    expect(judge(delivered, { condition: undefined }, { waived }).verdict).toBe('proposed');
    expect(judge(delivered, { condition: 'used' }, { waived }).verdict).toBe('refused');
    expect(judge(delivered, { condition: 'used' }, { waived: new Set(['returnable']) }).verdict).toBe('proposed');
  });
});

describe('an open exchange', () => {
  const exchange = {
    ...seedReturn,
    rma: 'RMA-100002',
    kind: 'exchange' as const,
    lines: [{ ...seedReturnLine, exchangeSku: 'TEE-NVY-L', exchangeName: 'Classic Tee - Navy, Size L', reserved: 1 }],
  };
  const exchanged = withCounts({ ...delivered, lines: delivered.lines.slice(0, 1) }, 1, {
    shipped: 1,
    delivered: 1,
    returnRequested: 1,
  });
  const facts = { returns: [exchange] };

  test('is told, and a refund offered instead of it', () => {
    expect(judge(exchanged, {}, facts)).toMatchObject({
      reason: 'already_open',
      rma: 'RMA-100002',
      offers: ['label_again', 'return'],
      say: expect.stringMatching(/Would you like a refund instead of the exchange\?$/) as string,
    });
  });

  test('is replaced in one confirmation, and what it reserved is free', () => {
    expect(judge(exchanged, { instead_of: 'RMA-100002' }, facts)).toMatchObject({
      verdict: 'proposed',
      say: expect.stringMatching(
        /^That takes the place of your exchange, so we won't send 1 x Classic Tee - Navy, Size L\. I'll send you/,
      ) as string,
      effects: [
        { effect: 'withdraw_return', line: 1, quantity: 1 },
        { effect: 'release_stock', sku: 'TEE-NVY-L', quantity: 1 },
        { effect: 'request_return', line: 1, quantity: 1 },
      ],
      consequences: { stock: [{ sku: 'TEE-NVY-L', quantity: 1, move: 'back' }] },
    });
  });

  test('that is closed, a return, or of another order is not replaced', () => {
    for (const returns of [[], [{ ...exchange, state: 'expired' as const }], [{ ...seedReturn, rma: 'RMA-100002' }]]) {
      expect(judge(exchanged, { instead_of: 'RMA-100002' }, { returns })).toMatchObject({
        reason: 'nothing_to_change',
      });
    }
  });
});
