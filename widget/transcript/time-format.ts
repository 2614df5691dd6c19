/** How a time of day is written in a language; a tag that no browser knows falls back to the visitor's own. */
export function timeFormat(lang: string): Intl.DateTimeFormat {
  const options = { hour: 'numeric', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat(lang, options);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}
