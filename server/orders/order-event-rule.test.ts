import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParcelStatus } from '@orderline/contract/order.ts';
import type { ParcelEvent } from '@orderline/contract/order-event.ts';
import { afterEvent, tidingsOf, type ParcelTold } from './order-event-rule.ts';

const now = new Date('2026-03-05T17:00:00.000Z');
const hour = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();

type Facts = Omit<ParcelEvent['data']['parcel'], 'tracking_number'>;

function event(type: ParcelEvent['type'], hours: number, facts: Facts = {}): ParcelEvent {
  const data = { order_number: 'ORD-12345', parcel: { tracking_number: '1Z999', ...facts } };
  const timestamp = hour(hours);
  return type === 'parcel.scanned'
    ? { type, timestamp, data: { ...data, event: 'Arrived at facility' } }
    : { type, timestamp, data };
}

const after = (events: readonly ParcelEvent[]) =>
  events.reduce<ParcelTold | undefined>((before, next) => afterEvent(before, next), undefined);

/** What the customer is told, event by event. */
function told(events: readonly ParcelEvent[], at = now) {
  return events.map((next, index) => tidingsOf(after(events.slice(0, index)), next, at));
}

const shipped = event('order.shipped', -20, { carrier: 'UPS', estimated_delivery: '2026-03-08' });
const delivered = event('order.delivered', -1);

test('a parcel gets further with its events', () => {
  expect(after([shipped])).toMatchObject({ status: 'in_transit', shippedAt: { value: hour(-20) } });
  expect(after([shipped, event('order.out_for_delivery', -3)])).toMatchObject({ status: 'out_for_delivery' });
  expect(after([shipped, delivered])).toMatchObject({ status: 'delivered', deliveredAt: hour(-1) });
});

test('an event that comes late changes no status, and adds what was not known', () => {
  expect(after([delivered, shipped])).toMatchObject({
    status: 'delivered',
    deliveredAt: hour(-1),
    carrier: { value: 'UPS' },
    firstAt: hour(-20),
  });
});

test('a fact that is told again stands as the newest event has it', () => {
  const corrected = event('order.shipped', -10, { estimated_delivery: '2026-03-09' });
  const both = { carrier: { value: 'UPS' }, estimatedDelivery: { value: '2026-03-09' } };
  expect(after([shipped, corrected])).toMatchObject(both);
  expect(after([corrected, shipped])).toMatchObject(both);
});

test('delivered, then a late shipped, then delivered again: the customer hears of the delivery, once', () => {
  expect(told([delivered, shipped, delivered])).toEqual(['delivered', undefined, undefined]);
});

test('the customer hears that a parcel has left, also when a scan was told before it', () => {
  expect(told([event('parcel.scanned', -19), shipped])).toEqual([undefined, 'shipped']);
  expect(told([event('order.out_for_delivery', -2), shipped])).toEqual([undefined, undefined]);
});

test('nothing is told of what happened more than a day ago', () => {
  expect(told([event('order.shipped', -24)])).toEqual(['shipped']);
  expect(told([event('order.shipped', -24.001), event('order.delivered', -24.001)])).toEqual([undefined, undefined]);
});

test('a parcel on its way back may yet be delivered; a delivered one is not on its way back', () => {
  const back = event('order.returned_to_sender', -2);
  expect(after([shipped, back])?.status).toBe('returned_to_sender');
  expect(after([back, delivered])?.status).toBe('delivered');
  expect(after([delivered, back])?.status).toBe('delivered');
});

const facts = fc.record(
  {
    carrier: fc.constantFrom('UPS', 'FedEx'),
    shipped_at: fc.constantFrom(hour(-30), hour(-29)),
    estimated_delivery: fc.constantFrom('2026-03-07', '2026-03-08'),
    lines: fc.constantFrom<{ line: number; quantity: number }[]>(
      [{ line: 1, quantity: 1 }],
      [{ line: 2, quantity: 3 }],
    ),
  },
  { requiredKeys: [] },
);
const anyEvent = fc
  .tuple(
    fc.constantFrom<ParcelEvent['type']>(
      'order.shipped',
      'order.out_for_delivery',
      'order.delivered',
      'order.returned_to_sender',
      'parcel.scanned',
    ),
    fc.integer({ min: -48, max: 0 }),
    facts,
  )
  .map(([type, hours, of]) => event(type, hours, of));
/** Events, and the same events shuffled, each at least once and some again. */
const twoTellings = fc
  .array(anyEvent, { minLength: 1, maxLength: 8 })
  .chain((events) =>
    fc
      .array(fc.constantFrom(...events), { maxLength: 6 })
      .chain((again) =>
        fc
          .shuffledSubarray([...events, ...again], { minLength: events.length + again.length })
          .map((shuffled) => [events, shuffled] as const),
      ),
  );

test('any order of the events, with any of them again, ends in the same', () => {
  fc.assert(
    fc.property(twoTellings, ([events, shuffled]) => {
      expect(after(shuffled)).toEqual(after(events));
    }),
  );
});

const stages: ParcelStatus[] = ['in_transit', 'out_for_delivery', 'returned_to_sender', 'delivered'];

test('whatever is told, a status never goes back, and each thing is told at most once after it', () => {
  fc.assert(
    fc.property(twoTellings, ([, events]) => {
      const reached = events.map((_event, index) =>
        stages.indexOf(after(events.slice(0, index + 1))?.status ?? 'in_transit'),
      );
      expect(reached).toEqual([...reached].sort((one, other) => one - other));
      const tidings = told(events);
      expect(tidings.filter((one) => one === 'delivered').length).toBeLessThanOrEqual(1);
      expect(tidings.lastIndexOf('shipped')).toBeLessThanOrEqual(
        tidings.includes('delivered') ? tidings.indexOf('delivered') : tidings.length,
      );
    }),
  );
});
