import { expect, test } from 'vitest';
import { shippingAreaOf } from './shipping-area.ts';

test.each([
  ['123 Main St, Austin, TX 78701', { city: 'Austin', state: 'TX', zip: '78701', country: 'US' }],
  ['9 Beacon St, Apt 4, Boston, MA 02108-1234, USA', { city: 'Boston', state: 'MA', zip: '02108-1234', country: 'US' }],
  ['88 Queen St W, Toronto, ON M5H 2N2, Canada', { city: 'Toronto', state: 'ON', zip: 'M5H 2N2', country: 'CA' }],
  ['1 George St, Sydney, NSW 2000, Australia', { city: 'Sydney', state: 'NSW', zip: '2000', country: 'AU' }],
  ['14 Upper St, London N1 0PN, United Kingdom', { city: 'London', zip: 'N1 0PN', country: 'GB' }],
  ['14 Upper St, London, SW1A 1AA', { city: 'London', zip: 'SW1A 1AA', country: 'GB' }],
])('%s', (address, area) => {
  expect(shippingAreaOf(address)).toEqual(area);
});

test.each(['', 'Somewhere', 'Pick up in store', '12 rue de Rivoli, 75001 Paris, France'])(
  'does not guess: %s',
  (address) => {
    expect(shippingAreaOf(address)).toBeUndefined();
  },
);
