/**
 * The order number as the store writes it, when `text` has one of its formats; undefined when it is malformed.
 * In a format each `#` of a run is a digit and a lone leading `#` is itself. Case and punctuation are forgiven.
 */
export function canonicalOrderNumber(formats: readonly string[], text: string): string | undefined {
  const given = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  for (const format of formats) {
    const mask = format.replace(/^#(?!#)/, '');
    const slots = mask.toUpperCase().replaceAll(/[^A-Z0-9#]/g, '');
    if (!new RegExp(`^${slots.replaceAll('#', '\\d')}$`).test(given)) continue;
    let position = 0;
    const written = mask.replaceAll(/[A-Za-z0-9#]/g, () => given.charAt(position++));
    return format.slice(0, format.length - mask.length) + written;
  }
  return undefined;
}
