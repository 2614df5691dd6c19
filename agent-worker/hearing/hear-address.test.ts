import { expect, test } from 'vitest';
import { type AddressParts, hearAddress, missingParts } from './hear-address.ts';

const oak = { street: '500 Oak Avenue', city: 'Austin', state: 'TX', zip: '78702', country: 'US' };

test.each<[string, AddressParts]>([
  ['500 Oak Avenue, Austin, TX 78702', oak],
  ['500 Oak Avenue Austin TX 78702', oak],
  ['five hundred oak avenue austin texas seven eight seven zero two', oak],
  ["it's five hundred oak avenue in austin texas, the zip is seven eight seven oh two", oak],
  ['five hundred oak avenue austin texas seventy eight seven oh two', oak],
  ['Please send it to 500 Oak Avenue, Austin, Texas, 78702, USA', oak],
  [
    '123 Main St Apt 4B, New York, NY 10001-1234',
    { street: '123 Main St', street2: 'Apt 4B', city: 'New York', state: 'NY', zip: '10001-1234', country: 'US' },
  ],
  [
    'one twenty three main street apartment four new york new york one zero zero zero one',
    { street: '123 Main Street', street2: 'Apartment 4', city: 'New York', state: 'NY', zip: '10001', country: 'US' },
  ],
  [
    '1200 Lake Shore Drive, apartment 4, Chicago, IL 60610',
    {
      street: '1200 Lake Shore Drive',
      street2: 'Apartment 4',
      city: 'Chicago',
      state: 'IL',
      zip: '60610',
      country: 'US',
    },
  ],
  [
    'twelve hundred lake shore drive unit five chicago illinois six zero six one zero',
    { street: '1200 Lake Shore Drive', street2: 'Unit 5', city: 'Chicago', state: 'IL', zip: '60610', country: 'US' },
  ],
  [
    '77 W Wacker Dr, Chicago, IL 60601',
    { street: '77 W Wacker Dr', city: 'Chicago', state: 'IL', zip: '60601', country: 'US' },
  ],
  [
    '350 5th Ave #300, New York, NY 10118',
    { street: '350 5th Ave', street2: '# 300', city: 'New York', state: 'NY', zip: '10118', country: 'US' },
  ],
  [
    '10 King Street West, Toronto, ON M5H 1A1, Canada',
    { street: '10 King Street West', city: 'Toronto', state: 'ON', zip: 'M5H 1A1', country: 'CA' },
  ],
  [
    'ten king street west toronto ontario m five h one a one',
    { street: '10 King Street West', city: 'Toronto', state: 'ON', zip: 'M5H 1A1', country: 'CA' },
  ],
  ['14 Upper St, London N1 0PN, UK', { street: '14 Upper St', city: 'London', zip: 'N1 0PN', country: 'GB' }],
  [
    '221B Baker Street, London, NW1 6XE',
    { street: '221B Baker Street', city: 'London', zip: 'NW1 6XE', country: 'GB' },
  ],
  [
    'forty two saint james street st louis missouri six three one zero one',
    { street: '42 Saint James Street', city: 'St Louis', state: 'MO', zip: '63101', country: 'US' },
  ],
  [
    'PO Box 99, Portland, OR 97201',
    { street: 'PO Box 99', city: 'Portland', state: 'OR', zip: '97201', country: 'US' },
  ],
  ['500 oak avenue', { street: '500 Oak Avenue' }],
  ['Texas 78702', { state: 'TX', zip: '78702', country: 'US' }],
  ['sorry, Texas 78702', { state: 'TX', zip: '78702', country: 'US' }],
  ['I need to change my shipping address', {}],
  ['I moved, can you send it somewhere else?', {}],
  ['yes', {}],
  ['to my new address please', {}],
])('%s', (text, address) => {
  expect(hearAddress(text)).toEqual(address);
});

test('a city alone is one where it was asked for', () => {
  const known = { street: '500 Oak Avenue' };
  expect(hearAddress('Austin', { known, isAsked: true })).toEqual({ ...known, city: 'Austin' });
  expect(hearAddress('Chicago, Illinois 60610', { known, isAsked: true })).toEqual({
    ...known,
    city: 'Chicago',
    state: 'IL',
    zip: '60610',
    country: 'US',
  });
  expect(hearAddress("it's in round rock texas", { known, isAsked: true })).toMatchObject({
    city: 'Round Rock',
    state: 'TX',
  });
});

test('what is said again corrects what was heard', () => {
  expect(hearAddress('no, the zip code is 78703', { known: oak, isAsked: true })).toEqual({ ...oak, zip: '78703' });
  expect(hearAddress('apartment 7', { known: oak, isAsked: true })).toEqual({ ...oak, street2: 'Apartment 7' });
});

test('tells what is missing of an address; a state only where there are some', () => {
  expect(missingParts({})).toEqual(['street', 'city', 'state', 'zip']);
  expect(missingParts({ street: '500 Oak Avenue' })).toEqual(['city', 'state', 'zip']);
  expect(missingParts({ street: '14 Upper St', city: 'London', zip: 'N1 0PN', country: 'GB' })).toEqual([]);
  expect(missingParts(oak)).toEqual([]);
});
