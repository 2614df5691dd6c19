/** An order-number format taken apart: `ORD-#####`, `#W#######`. A `#` of a run is a digit, a lone leading `#` is itself. */
export interface NumberFormat {
  /** Only letters, digits and `#` for any digit: what people say of it. */
  slots: string;
  /** The letters it begins with: people leave them out, or say only some. */
  prefix: string;
  digitCount: number;
  /** Puts the characters of `slots` back into the store's way of writing. */
  write: (characters: string) => string;
}

export function numberFormat(format: string): NumberFormat {
  const mask = format.toUpperCase().replace(/^#(?!#)/, '');
  const lead = format.length > mask.length ? '#' : '';
  const slots = mask.replace(/[^A-Z0-9#]/g, '');
  return {
    slots,
    prefix: /^[A-Z]*/.exec(slots)?.[0] ?? '',
    digitCount: slots.replace(/[^0-9#]/g, '').length,
    write: (characters) => {
      let at = 0;
      return lead + mask.replace(/[A-Z0-9#]/g, () => characters.charAt(at++));
    },
  };
}

/** The characters in this format, zero and the letter O told apart by their place; undefined when they do not fit. */
export function fit(slots: string, characters: string): string | undefined {
  if (slots.length !== characters.length) return undefined;
  const fitted = Array.from(slots, (slot, at) => fitOne(slot, characters.charAt(at)));
  return fitted.includes(undefined) ? undefined : fitted.join('');
}

function fitOne(slot: string, character: string): string | undefined {
  if (slot === '#') return character === 'O' ? '0' : /\d/.test(character) ? character : undefined;
  return slot === character || (slot === 'O' && character === '0') || (slot === '0' && character === 'O')
    ? slot
    : undefined;
}
