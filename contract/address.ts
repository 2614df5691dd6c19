import * as z from 'zod/mini';

const words = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest));

/** A whole postal address; `country` is ISO 3166-1 alpha-2. */
export const postalAddress = z.strictObject({
  street: words(120),
  street2: z.optional(words(120)),
  city: words(80),
  /** `TX`, `ON`: where the country has them. */
  state: z.optional(words(40)),
  zip: z.string().check(z.trim(), z.minLength(3), z.maxLength(12)),
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
});
export type PostalAddress = z.infer<typeof postalAddress>;
