import { expect, test } from 'vitest';
import { trackingLink } from './tracking-link.ts';

const page = 'https://yourstore.com/track';

test.each([
  ['UPS', 'https://www.ups.com/track?tracknum=1Z9'],
  ['usps', 'https://tools.usps.com/go/TrackConfirmAction?tLabels=1Z9'],
  ['FedEx Ground', 'https://www.fedex.com/fedextrack/?trknbr=1Z9'],
  ['DHL Express', 'https://www.dhl.com/us-en/home/tracking.html?tracking-id=1Z9'],
  ['Pony Post', page],
  [undefined, page],
])('a parcel of %s is followed at %s', (carrier, link) => {
  expect(trackingLink({ carrier, trackingNumber: '1Z9' }, page)).toBe(link);
});

test('a tracking number cannot change the address', () => {
  expect(trackingLink({ carrier: 'UPS', trackingNumber: '1&x=/../' }, page)).toBe(
    'https://www.ups.com/track?tracknum=1%26x%3D%2F..%2F',
  );
});

test('a parcel without a number has no link', () => {
  expect(trackingLink({ carrier: 'UPS', trackingNumber: undefined }, page)).toBeUndefined();
});
