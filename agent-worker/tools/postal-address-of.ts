import type { PostalAddress } from '@orderline/contract/address.ts';

interface GivenAddress {
  street: string;
  street2?: string | undefined;
  city: string;
  state?: string | undefined;
  zip: string;
  country: string;
}

/** An address as a model gives it, in the contract's form. */
export const postalAddressOf = ({ street, street2, city, state, zip, country }: GivenAddress): PostalAddress => ({
  street,
  ...(street2 === undefined ? {} : { street2 }),
  city,
  ...(state === undefined ? {} : { state: state.length === 2 ? state.toUpperCase() : state }),
  zip,
  country: country.toUpperCase(),
});
