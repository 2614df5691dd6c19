// GSM 03.38 (3GPP TS 23.038, 6.2.1): the alphabet of a text message, and the signs in it that take two places.
const alphabet = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const ofTwoPlaces = new Set('^{}\\[~]|€\f');

/** How a text travels: any sign outside the GSM alphabet makes all of it UCS-2, and a message hold 70 signs, not 160. */
export function smsLength(text: string): { alphabet: 'gsm' | 'ucs2'; segments: number } {
  const signs = Array.from(text);
  if (signs.every((sign) => alphabet.has(sign) || ofTwoPlaces.has(sign))) {
    const places = signs.reduce((sum, sign) => sum + (ofTwoPlaces.has(sign) ? 2 : 1), 0);
    return { alphabet: 'gsm', segments: places <= 160 ? 1 : Math.ceil(places / 153) };
  }
  return { alphabet: 'ucs2', segments: text.length <= 70 ? 1 : Math.ceil(text.length / 67) };
}

const plainer: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u00a0': ' ',
  '\u00d7': 'x',
  '`': "'",
};

/** The same text in the GSM alphabet as far as it goes: plain quotes and dashes, letters without accents it lacks. */
export const inGsmAlphabet = (text: string): string =>
  Array.from(text)
    .map((sign) => {
      if (alphabet.has(sign) || ofTwoPlaces.has(sign)) return sign;
      const bare = plainer[sign] ?? sign.normalize('NFD').replaceAll(/\p{M}/gu, '');
      return Array.from(bare).every((part) => alphabet.has(part)) ? bare : sign;
    })
    .join('');
