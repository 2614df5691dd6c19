import type { PostalAddress } from '@orderline/contract/address.ts';
import { isPostalCodeOf, provinceCode } from './canadian-provinces.ts';
import { isZipOfState, stateCode } from './us-states.ts';

export type AddressCheck =
  | { readonly is: 'deliverable'; readonly address: PostalAddress }
  | { readonly is: 'incomplete_address' }
  | { readonly is: 'zip_not_in_state' };

/**
 * Whether a parcel can be sent to an address: complete, and its zip in its state (DESIGN §6, "Address"). A deliverable one
 * comes back as carriers write it: "TX", "78701", "M5H 2N2".
 */
export function checkAddress(address: PostalAddress): AddressCheck {
  switch (address.country) {
    case 'US':
      return checkUnitedStates(address);
    case 'CA':
      return checkCanada(address);
    default:
      return { is: 'deliverable', address };
  }
}

function checkUnitedStates(address: PostalAddress): AddressCheck {
  const state = stateCode(address.state ?? '');
  const [, zip] = /^(\d{5})(?:[- ]?\d{4})?$/.exec(address.zip) ?? [];
  if (state === undefined || zip === undefined) return { is: 'incomplete_address' };
  if (!isZipOfState(zip, state)) return { is: 'zip_not_in_state' };
  return { is: 'deliverable', address: { ...address, state } };
}

function checkCanada(address: PostalAddress): AddressCheck {
  const state = provinceCode(address.state ?? '');
  const [, area, unit] = /^([A-Z]\d[A-Z])[- ]?(\d[A-Z]\d)$/.exec(address.zip.toUpperCase()) ?? [];
  if (state === undefined || area === undefined || unit === undefined) return { is: 'incomplete_address' };
  if (!isPostalCodeOf(area, state)) return { is: 'zip_not_in_state' };
  return { is: 'deliverable', address: { ...address, state, zip: `${area} ${unit}` } };
}
