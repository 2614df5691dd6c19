const shortest = 2;
/** Longer names may differ in two letters ("catherine", "katharine"), short ones in one. */
const longName = 6;

/** Whether letters spell what was said, or a name that sounds like it: "smith" and s-m-y-t-h. */
export function isSpellingOf(said: string, spelled: string): boolean {
  const [a, b] = [said, spelled].map((text) => text.replace(/[^a-z0-9]/g, ''));
  if (a === undefined || b === undefined || a.length < shortest || b.length < shortest) return false;
  if (a === b) return true;
  if (Math.min(a.length, b.length) <= shortest) return false;
  return distance(a, b) <= (Math.max(a.length, b.length) >= longName ? 2 : 1);
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, character] of Array.from(a).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(b).entries()) {
      const replaced = (row[column] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
