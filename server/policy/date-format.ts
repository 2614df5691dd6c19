const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter for American English. Making one takes as long as a hundred uses of it, so each is made once. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', options);
  formats.set(key, format);
  return format;
}
