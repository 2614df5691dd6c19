import { describe, expect, test } from 'vitest';
import { demoStoreProfile, seedOrder, seedParcel } from '../../test/support/seed-order.ts';
import { deliveredOrder, withCounts } from '../../test/support/seed-return.ts';
import type { Order, Parcel } from '../orders/order.ts';
import { chooseParcel, type Looking } from './investigation-rule.ts';

const at = (now: string, lookedFor: readonly string[] = []): Looking => ({
  profile: demoStoreProfile(),
  now: new Date(now),
  lookedFor: new Set(lookedFor),
});
const verdictOf = (order: Order, looking: Looking, trackingNumber?: string) => {
  const choice = chooseParcel(order, trackingNumber, looking);
  return choice.is === 'parcel' ? choice.verdict : choice;
};
const onItsWay = (parcel: Partial<Parcel>): Order => ({ ...seedOrder, parcels: [{ ...seedParcel, ...parcel }] });

describe('a parcel marked delivered', () => {
  // Noon in New York.
  const delivered = deliveredOrder(new Date('2026-03-03T17:00:00Z'));

  test('is given 48 hours, as carriers sometimes mark early', () => {
    const waitUntil = new Date('2026-03-05T17:00:00Z');
    expect(verdictOf(delivered, at('2026-03-04T13:00:00Z'))).toEqual({ is: 'too_early', waitUntil });
    expect(verdictOf(delivered, at('2026-03-05T16:59:59Z'))).toEqual({ is: 'too_early', waitUntil });
  });

  test('is looked for from then on, and being looked for it stays so', () => {
    expect(verdictOf(delivered, at('2026-03-05T17:00:00Z'))).toEqual({ is: 'missing', why: 'delivered_not_there' });
    const looking = at('2026-03-05T18:00:00Z', [seedParcel.trackingNumber ?? '']);
    expect(verdictOf(delivered, looking)).toEqual({ is: 'looked_for' });
  });

  test('on a day without a time counts from the end of that day', () => {
    const onADay = deliveredOrder('2026-03-03');
    const waitUntil = new Date('2026-03-06T05:00:00Z');
    expect(verdictOf(onADay, at('2026-03-06T04:59:59Z'))).toEqual({ is: 'too_early', waitUntil });
    expect(verdictOf(onADay, at('2026-03-06T05:00:00Z'))).toMatchObject({ is: 'missing' });
  });

  test('at an unknown time is for a person', () => {
    expect(verdictOf(onItsWay({ status: 'delivered' }), at('2026-03-09T17:00:00Z'))).toEqual({ is: 'facts_unknown' });
  });
});

describe('a parcel on its way', () => {
  test('before its date and moving is on schedule', () => {
    expect(verdictOf(seedOrder, at('2026-03-05T17:00:00Z'))).toEqual({ is: 'in_transit' });
  });

  test('after its date, but scanned, is late', () => {
    expect(verdictOf(seedOrder, at('2026-03-10T17:00:00Z'))).toEqual({ is: 'late' });
  });

  test('without a scan for five business days is missing, be it due or not', () => {
    // Last scanned on Wednesday, March 4: the fifth business day after it is Wednesday the 11th.
    const due = onItsWay({ estimatedDelivery: '2026-03-20' });
    expect(verdictOf(due, at('2026-03-10T17:00:00Z'))).toEqual({ is: 'in_transit' });
    expect(verdictOf(due, at('2026-03-11T17:00:00Z'))).toEqual({ is: 'missing', why: 'no_scan' });
  });

  test('late, with no scan known at all, is for a person', () => {
    expect(verdictOf(onItsWay({ lastScan: undefined }), at('2026-03-10T17:00:00Z'))).toEqual({ is: 'facts_unknown' });
  });

  test('out for delivery, or on its way back, is not missing', () => {
    expect(verdictOf(onItsWay({ status: 'out_for_delivery' }), at('2026-03-10T17:00:00Z'))).toEqual({
      is: 'out_for_delivery',
    });
    expect(verdictOf(onItsWay({ status: 'returned_to_sender' }), at('2026-03-20T17:00:00Z'))).toEqual({
      is: 'returned_to_sender',
    });
  });
});

describe('of an order', () => {
  const late = at('2026-03-20T17:00:00Z');
  const first = { ...seedParcel, lines: [{ line: 1, quantity: 2 }] };
  const second = { ...seedParcel, parcel: 2, trackingNumber: '1Z999AA10123456999', lines: [{ line: 2, quantity: 1 }] };
  const inTwo: Order = { ...seedOrder, parcels: [first, second] };

  test('that was cancelled, or has not shipped, there is nothing to look for', () => {
    expect(chooseParcel({ ...seedOrder, status: 'cancelled' }, undefined, late)).toEqual({ is: 'already_cancelled' });
    expect(chooseParcel({ ...seedOrder, parcels: [] }, undefined, late)).toEqual({ is: 'not_shipped_yet' });
  });

  test('the one missing parcel need not be named', () => {
    const arrived: Order = { ...inTwo, parcels: [{ ...first, status: 'delivered', deliveredAt: late.now }, second] };
    expect(chooseParcel(arrived, undefined, late)).toMatchObject({ is: 'parcel', parcel: { parcel: 2 } });
  });

  test('of several it is asked which, and the tracking number may be read out in groups', () => {
    expect(chooseParcel(inTwo, undefined, late)).toEqual({ is: 'several_parcels', parcels: [first, second] });
    expect(chooseParcel(inTwo, '1z999 aa1 0123 456999', late)).toMatchObject({ is: 'parcel', parcel: { parcel: 2 } });
    expect(chooseParcel(inTwo, '1Z0', late)).toEqual({ is: 'no_such_parcel' });
  });

  test('a parcel whose units were all claimed or refunded is settled', () => {
    const claimed = withCounts(withCounts(seedOrder, 1, { claimed: 2, refunded: 2 }), 2, { claimed: 1 });
    expect(verdictOf(claimed, late)).toEqual({ is: 'settled' });
    expect(verdictOf(withCounts(seedOrder, 1, { claimed: 2 }), late)).toMatchObject({ is: 'missing' });
  });
});
