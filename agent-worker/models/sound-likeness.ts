/** Sounds (CMU's phonemes) that are easily taken for each other, of which the later ones in a row are as near as the first. */
const families = [
  'IY IH EY EH Y',
  'AE EH AH AY AA',
  'AA AO AH OW AW UH',
  'UW UH OW W',
  'ER R AO',
  'L OW UW W R',
  'M N NG',
  'P B T D K G',
  'T D CH JH TH DH',
  'S Z SH ZH F TH',
  'F V TH DH HH B',
].map((sounds) => new Set(sounds.split(' ')));
const nearlyTheSame = 0.4;

/** How alike two runs of sounds are, from 0 to 1: one minus the share that would have to change. */
export function soundLikeness(one: readonly string[], other: readonly string[]): number {
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - editDistance(one, other) / longest;
}

/** Levenshtein's distance, in which similar sounds are near each other. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let row = [0, ...b.map((_, index) => index + 1)];
  a.forEach((sound, index) => {
    const next = [index + 1];
    b.forEach((other, column) => {
      const changed = (row[column] ?? 0) + changeCost(sound, other);
      next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, changed));
    });
    row = next;
  });
  return row.at(-1) ?? a.length;
}

function changeCost(one: string, other: string): number {
  if (one === other) return 0;
  return families.some((family) => family.has(one) && family.has(other)) ? nearlyTheSame : 1;
}
