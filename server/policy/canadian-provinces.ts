/** The provinces and territories of Canada, with the first letters of their postal codes (Canada Post). */
const provinces: Readonly<Record<string, { readonly name: string; readonly letters: string }>> = {
  AB: { name: 'Alberta', letters: 'T' },
  BC: { name: 'British Columbia', letters: 'V' },
  MB: { name: 'Manitoba', letters: 'R' },
  NB: { name: 'New Brunswick', letters: 'E' },
  NL: { name: 'Newfoundland and Labrador', letters: 'A' },
  NS: { name: 'Nova Scotia', letters: 'B' },
  NT: { name: 'Northwest Territories', letters: 'X' },
  NU: { name: 'Nunavut', letters: 'X' },
  ON: { name: 'Ontario', letters: 'KLMNP' },
  PE: { name: 'Prince Edward Island', letters: 'C' },
  QC: { name: 'Quebec', letters: 'GHJK' },
  SK: { name: 'Saskatchewan', letters: 'S' },
  YT: { name: 'Yukon', letters: 'Y' },
};

/** `ON` for "on" and "Ontario"; undefined for what is no province. */
export function provinceCode(text: string): string | undefined {
  const wanted = text.trim().toUpperCase().replaceAll('.', '');
  return Object.keys(provinces).find((code) => code === wanted || provinces[code]?.name.toUpperCase() === wanted);
}

/** Whether a postal code can lie in the province of this code. */
export const isPostalCodeOf = (postalCode: string, code: string): boolean =>
  provinces[code]?.letters.includes(postalCode.slice(0, 1)) ?? false;
