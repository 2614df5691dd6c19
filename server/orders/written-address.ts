interface AddressLines {
  readonly street: string;
  readonly street2?: string | null | undefined;
  readonly city: string;
  readonly state?: string | null | undefined;
  readonly zip: string;
  readonly country: string;
}

/** In one line, as the seed's lookup has it: "123 Main St, Austin, TX 78701"; abroad with its country. */
export const writtenAddress = ({ street, street2, city, state, zip, country }: AddressLines): string =>
  [street, street2, city, [state, zip].filter(isGiven).join(' '), country === 'US' ? undefined : country]
    .filter(isGiven)
    .join(', ');

const isGiven = (part: string | null | undefined): part is string => part != null && part !== '';
