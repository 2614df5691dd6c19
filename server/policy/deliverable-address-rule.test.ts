import { expect, test } from 'vitest';
import { checkAddress } from './deliverable-address-rule.ts';

const austin = { street: '500 Congress Ave', city: 'Austin', state: 'TX', zip: '78701', country: 'US' };
const toronto = { street: '88 Queen St W', city: 'Toronto', state: 'ON', zip: 'M5H 2N2', country: 'CA' };

test.each([
  ['as it is', {}, {}],
  ['with the state in words', { state: 'texas' }, { state: 'TX' }],
  ['with a longer zip', { zip: '78701-1234' }, { zip: '78701-1234' }],
  ['where a state has a zip of its own', { city: 'El Paso', zip: '88510' }, { zip: '88510' }],
  ['in a territory', { city: 'San Juan', state: 'PR', zip: '00901' }, { state: 'PR' }],
  ['of the armed forces', { city: 'APO', state: 'AE', zip: '09012' }, { state: 'AE' }],
])('an address in the United States is deliverable %s', (_how, changes, expected) => {
  expect(checkAddress({ ...austin, ...changes })).toEqual({
    is: 'deliverable',
    address: { ...austin, ...changes, ...expected },
  });
});

test.each([
  ['Texas and a zip of California', { zip: '94105' }],
  ['New York and a zip of New Jersey', { state: 'NY', zip: '07302' }],
  ['Ontario and a postal code of British Columbia', { ...toronto, zip: 'V6B 1A1' }],
])('a zip that does not belong to the state is asked again: %s', (_which, changes) => {
  expect(checkAddress({ ...austin, ...changes })).toEqual({ is: 'zip_not_in_state' });
});

test.each([
  ['no state', { state: undefined }],
  ['a state that does not exist', { state: 'Mordor' }],
  ['four digits', { zip: '7870' }],
  ['letters', { zip: 'ABCDE' }],
  ['a Canadian postal code without its end', { ...toronto, zip: 'M5H' }],
])('is incomplete with %s', (_what, changes) => {
  const { state, ...address } = { ...austin, ...changes };
  expect(checkAddress(state === undefined ? address : { ...address, state })).toEqual({ is: 'incomplete_address' });
});

test('a Canadian address comes back as its post writes it', () => {
  expect(checkAddress({ ...toronto, state: 'Ontario', zip: 'm5h2n2' })).toEqual({
    is: 'deliverable',
    address: toronto,
  });
});

test('elsewhere the address is taken as given', () => {
  const london = { street: '14 Upper St', city: 'London', zip: 'N1 0PN', country: 'GB' };
  expect(checkAddress(london)).toEqual({ is: 'deliverable', address: london });
});
