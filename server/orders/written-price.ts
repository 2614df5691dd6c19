const formats = new Map<string, Intl.NumberFormat>();

/** "$109.97". */
export function writtenPrice(cents: number, currency: string): string {
  // Making a formatter takes far longer than using it.
  const format = formats.get(currency) ?? new Intl.NumberFormat('en-US', { style: 'currency', currency });
  formats.set(currency, format);
  return format.format(cents / 100);
}
