/** Countries as callers name them, with their code (ISO 3166-1). */
const countries: readonly (readonly [name: RegExp, code: string])[] = [
  [/united states( of america)?|u\.?s\.?a\.?|u s a|america/, 'US'],
  [/canada/, 'CA'],
  [/united kingdom|u\.?k\.?|u k|great britain|england|scotland|wales/, 'GB'],
  [/australia/, 'AU'],
  [/ireland/, 'IE'],
  [/germany/, 'DE'],
  [/france/, 'FR'],
  [/spain/, 'ES'],
  [/italy/, 'IT'],
  [/(the )?netherlands|holland/, 'NL'],
  [/mexico(?! city)/, 'MX'],
];

/** The country with which an address ends, and the address without it. */
export function readCountry(text: string): { code?: string; rest: string } {
  for (const [name, code] of countries) {
    const end = new RegExp(`[,\\s]+(?:in )?(?:${name.source})[.!\\s]*$`, 'i').exec(text);
    // "New Mexico" is a state.
    if (end !== null && !/\bnew\s*$/i.test(text.slice(0, end.index))) return { code, rest: text.slice(0, end.index) };
  }
  return { rest: text };
}
