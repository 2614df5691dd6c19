import { describe, expect, test } from 'vitest';
import type { RequestOf } from '@orderline/contract/proposal.ts';
import { changeFacts, deliveredOrder, seedReturn, withCounts } from '../../test/support/seed-return.ts';
import { seedOrder } from '../../test/support/seed-order.ts';
import type { Order, Variant } from '../orders/order.ts';
import type { ChangeFacts } from './change-facts.ts';
import { claim } from './claim.ts';

const delivered = deliveredOrder(new Date('2026-03-01T17:15:00Z'));
const tee: Variant = {
  sku: 'TEE-NVY-M',
  name: 'Classic Tee - Navy, Size M',
  options: { colour: 'Navy', size: 'M' },
  priceCents: 2999,
  available: 5,
};
const inStock = { variants: new Map([[1, [tee]]]) };
const damagedTee: RequestOf<'claim'> = {
  kind: 'claim',
  lines: [{ line: 1, quantity: 1 }],
  problem: 'damaged',
  wish: 'refund',
};

function judge(order: Order, request: Partial<RequestOf<'claim'>> = {}, facts: Partial<ChangeFacts> = {}) {
  return claim.judge({ ...damagedTee, ...request }, changeFacts(order, facts));
}

describe('a refund', () => {
  test('goes back at once with its share of what shipping cost, and nothing is sent back', () => {
    const shipped = {
      ...delivered,
      shippingCents: 999,
      payments: [{ ...delivered.payments[0], capturedCents: 11_996 }],
    };
    expect(judge(shipped as Order)).toEqual({
      verdict: 'proposed',
      say: "I'm sorry about that. I'll refund $32.72 to your Visa ending in 4242, which takes 5 to 7 business days. You don't need to send anything back. Shall I go ahead?",
      effects: [
        { effect: 'claim_units', line: 1, quantity: 1 },
        {
          effect: 'refund',
          amount_cents: 3272,
          shipping_cents: 273,
          parts: [{ payment: 1, method: 'Visa ending in 4242', amount_cents: 3272 }],
          lines: [{ line: 1, quantity: 1 }],
        },
      ],
      consequences: {
        lines: [{ line: 1, quantity: 1, name: 'Classic Tee - Navy, Size M', sku: 'TEE-NVY-M' }],
        refund: {
          amount_cents: 3272,
          shipping_cents: 273,
          parts: [{ payment: 1, method: 'Visa ending in 4242', amount_cents: 3272 }],
          when: 'at_once',
          business_days: { from: 5, to: 7 },
        },
        fee_cents: 0,
        stock: [],
        sends: [{ what: 'confirmation', by: 'sms' }],
      },
    });
  });

  test('of what never came says nothing of sending it back', () => {
    expect(judge(delivered, { problem: 'missing' })).toMatchObject({
      say: "I'm sorry about that. I'll refund $29.99 to your Visa ending in 4242, which takes 5 to 7 business days. Shall I go ahead?",
    });
  });
});

describe('a replacement', () => {
  test('is the same item out of the stock, free of charge', () => {
    expect(judge(delivered, { wish: 'replacement' }, inStock)).toMatchObject({
      say: "I'm sorry about that. I'll send you a replacement for 1 x Classic Tee - Navy, Size M, free of charge. You don't need to send anything back. Shall I go ahead?",
      effects: [
        { effect: 'claim_units', line: 1, quantity: 1 },
        { effect: 'send_units', line: 1, quantity: 1, sku: 'TEE-NVY-M', is_reserved: false, shipping: 'standard' },
      ],
      consequences: {
        fee_cents: 0,
        stock: [{ sku: 'TEE-NVY-M', name: 'Classic Tee - Navy, Size M', quantity: 1, move: 'sent' }],
        sends: [
          { what: 'replacement', by: 'standard' },
          { what: 'confirmation', by: 'sms' },
        ],
      },
    });
  });

  test('goes by express to a loyal customer', () => {
    expect(judge({ ...delivered, loyaltyTier: 'gold' }, { wish: 'replacement' }, inStock)).toMatchObject({
      say: expect.stringContaining(' by express shipping, free of charge.') as string,
      consequences: { sends: [{ what: 'replacement', by: 'express' }, {}] },
    });
  });

  test('that a person allowed a second time counts no unit twice', () => {
    const again = withCounts(delivered, 1, { claimed: 2 });
    const facts = { ...inStock, waived: new Set(['second_claim'] as const) };
    expect(judge(again, { wish: 'replacement' }, facts)).toMatchObject({
      effects: [{ effect: 'send_units', quantity: 1 }],
    });
  });
});

interface Refused {
  readonly what: string;
  readonly order: Order;
  readonly request?: Partial<RequestOf<'claim'>>;
  readonly facts?: Partial<ChangeFacts>;
  readonly refusal: object;
}

describe('a claim is refused', () => {
  test.each<Refused>([
    {
      what: 'on a cancelled order, with its date',
      order: { ...delivered, status: 'cancelled', cancelledAt: '2026-03-02' },
      refusal: { reason: 'already_cancelled', say: expect.stringContaining('cancelled on Monday, March 2') as string },
    },
    {
      what: 'on what is on its way, which can be looked for',
      order: seedOrder,
      refusal: { reason: 'not_delivered_yet', offers: ['wait', 'investigation'] },
    },
    {
      what: 'on what is on its way back, which can be sent again',
      order: { ...seedOrder, status: 'returned_to_sender' },
      refusal: {
        reason: 'not_delivered_yet',
        offers: ['reship'],
        say: expect.stringContaining('on its way back to us') as string,
      },
    },
    {
      what: 'on what is on an open return',
      order: withCounts(delivered, 1, { returnRequested: 2 }),
      facts: { returns: [seedReturn] },
      refusal: { reason: 'already_open', offers: ['label_again'], rma: 'RMA-100001' },
    },
    {
      what: 'on what was exchanged: its replacement is for a person',
      order: withCounts(delivered, 1, { returned: 2 }),
      refusal: {
        reason: 'already_returned',
        offers: ['escalation'],
        say: "We've already received the Classic Tee - Navy, Size M back. If something is wrong with what we sent you for it, I can ask our team. Would you like me to do that?",
      },
    },
    {
      what: 'where the store does not tell its stock, with the offer of a refund',
      order: delivered,
      request: { wish: 'replacement' },
      refusal: {
        reason: 'facts_unknown',
        offers: ['refund', 'escalation'],
        say: expect.stringContaining('in stock') as string,
      },
    },
    {
      what: 'where the store does not tell how it was paid, with the offer of a replacement',
      order: { ...delivered, payments: [] },
      refusal: {
        reason: 'facts_unknown',
        offers: ['replacement', 'escalation'],
        say: expect.stringContaining('ask our team') as string,
      },
    },
  ])('$what', ({ order, request, facts, refusal }) => {
    expect(judge(order, request, facts)).toMatchObject({ verdict: 'refused', ...refusal });
  });
});
