import { describe, expect, test } from 'vitest';
import { seedOrder, seedParcel } from '../../test/support/seed-order.ts';
import { changeFacts, deliveredOrder, seedReturn, seedReturnLine, withCounts } from '../../test/support/seed-return.ts';
import type { ChangeFacts } from '../changes/change-facts.ts';
import type { Refusal } from '../changes/change-kind.ts';
import type { Order } from '../orders/order.ts';
import { refuseReturn, type SentBack } from './refuse-return.ts';

const delivered = deliveredOrder(new Date('2026-03-01T17:15:00Z'));
const oneTee: SentBack = { lines: [{ line: 1, quantity: 1 }], condition: 'as_new' };
const everything: SentBack = {
  lines: [
    { line: 1, quantity: 2 },
    { line: 2, quantity: 1 },
  ],
  condition: 'as_new',
};

/** Undefined when nothing speaks against it. */
const judge = (order: Order, sentBack: Partial<SentBack> = {}, facts: Partial<ChangeFacts> = {}): Refusal | undefined =>
  refuseReturn({ ...oneTee, ...sentBack }, changeFacts(order, facts));

describe('after the window', () => {
  const passed =
    "Since the 30-day return window has passed, I'm unable to process a standard return. However, if the item is defective, we can absolutely help. Is there a defect or damage?";
  const on = (day: string, order: Order = delivered) => judge(order, {}, { now: new Date(`${day}T15:00:00Z`) });

  test("is refused in the seed's words, and an exception offered while it is only slightly late", () => {
    expect(on('2026-03-31')).toBeUndefined();
    expect(on('2026-04-03')).toEqual({
      verdict: 'refused',
      reason: 'window_passed',
      say: passed,
      offers: ['claim', 'escalation'],
    });
    expect(on('2026-04-06')).toEqual({ verdict: 'refused', reason: 'window_passed', say: passed, offers: ['claim'] });
  });

  test('an exception is offered to the loyal, however late', () => {
    expect(on('2026-08-01', { ...delivered, loyaltyTier: 'gold' })).toMatchObject({
      say: expect.stringMatching(/^Since the 45-day return window has passed/) as string,
      offers: ['claim', 'escalation'],
    });
  });

  test('electronics are refused after fifteen days, citing them', () => {
    const speaker = { ...delivered, lines: delivered.lines.map((line) => ({ ...line, kind: 'electronics' })) };
    expect(on('2026-03-16', speaker)).toBeUndefined();
    expect(on('2026-03-17', speaker)).toMatchObject({
      reason: 'window_passed',
      say: expect.stringMatching(/^Since the 15-day return window has passed/) as string,
    });
  });

  test('of one of several items, says which, and takes none of them', () => {
    const mixed = {
      ...delivered,
      lines: delivered.lines.map((line) => (line.line === 2 ? { ...line, kind: 'electronics' } : line)),
    };
    expect(judge(mixed, everything, { now: new Date('2026-03-20T15:00:00Z') })).toMatchObject({
      verdict: 'refused',
      say: expect.stringMatching(
        /^I can't take the Jogger Pants - Black, Size L back with the rest\. Since the 15-day return window/,
      ) as string,
    });
  });
});

describe('what is never returned', () => {
  const of = (line: Partial<Order['lines'][number]>): Order => ({
    ...delivered,
    lines: delivered.lines.map((each) => ({ ...each, ...line })),
  });

  test.each([
    ['final_sale', { isFinalSale: true }, /final sale items can't be returned/],
    ['gift_card', { kind: 'gift_card' }, /gift cards can't be returned/],
    ['personalised', { isPersonalised: true }, /personalized items can't be returned/],
  ])('is refused for its own reason, and a defect is asked for: %s', (reason, line, say) => {
    expect(judge(of(line))).toMatchObject({
      verdict: 'refused',
      reason,
      say: expect.stringMatching(say) as string,
      offers: ['claim'],
    });
    expect(judge(of(line), {}, { waived: new Set(['returnable']) })).toBeUndefined();
  });
});

describe('an order that has not come', () => {
  test('is offered to be cancelled while it is being prepared', () => {
    const processing = withCounts({ ...seedOrder, status: 'processing', parcels: [] }, 1, { shipped: 0 });
    expect(judge(processing)).toMatchObject({
      reason: 'not_shipped_yet',
      offers: ['cancellation'],
      say: "The Classic Tee - Navy, Size M hasn't shipped yet, so I can cancel it for you instead. Would you like me to do that?",
    });
  });

  test('may be returned once it arrives', () => {
    expect(judge(seedOrder)).toMatchObject({
      reason: 'not_delivered_yet',
      offers: ['wait'],
      say: expect.stringContaining('once it arrives') as string,
    });
  });

  test('is sent again when it is on its way back', () => {
    const parcels = [{ ...seedParcel, status: 'returned_to_sender' as const }];
    expect(judge({ ...seedOrder, status: 'returned_to_sender', parcels })).toMatchObject({ offers: ['reship'] });
  });

  test('is not decided on facts that the store does not tell', () => {
    const lines = delivered.lines.map((line) => ({ ...line, kind: undefined, isFinalSale: undefined }));
    expect(judge({ ...delivered, lines })).toMatchObject({ reason: 'facts_unknown', offers: ['escalation'] });
  });

  test('or was cancelled, tells when', () => {
    expect(judge({ ...seedOrder, status: 'cancelled', cancelledAt: '2026-03-02' })).toMatchObject({
      reason: 'already_cancelled',
      say: expect.stringContaining('cancelled on Monday, March 2') as string,
    });
  });
});

describe('units that are taken', () => {
  const requested = withCounts(delivered, 1, { returnRequested: 2 });
  const open = { ...seedReturn, lines: [{ ...seedReturnLine, quantity: 2 }] };

  test('by an open return are on its RMA, whose label is sent again', () => {
    expect(judge(requested, {}, { returns: [open] })).toEqual({
      verdict: 'refused',
      reason: 'already_open',
      say: "There's already a return open for the Classic Tee - Navy, Size M, RMA-100001. Would you like me to send you the label again?",
      offers: ['label_again'],
      rma: 'RMA-100001',
    });
  });

  test('were returned before: two bought, one returned, two asked for', () => {
    expect(
      judge(withCounts(delivered, 1, { returned: 1, refunded: 1 }), { lines: [{ line: 1, quantity: 2 }] }),
    ).toMatchObject({
      reason: 'quantity_unavailable',
      say: 'I can take back 1 of the Classic Tee - Navy, Size M, but no more than that. Would you like to return 1?',
      offers: ['return'],
    });
  });

  test('are not on the order at all', () => {
    expect(judge(delivered, { lines: [{ line: 7, quantity: 1 }] })).toMatchObject({ reason: 'no_such_line' });
    expect(judge(delivered, { lines: [{ line: 1, quantity: 3 }] })).toMatchObject({ reason: 'quantity_unavailable' });
  });
});
