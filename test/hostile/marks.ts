/** Words and an amount that no other order of the store has. */
export interface Marks {
  readonly item: string;
  readonly place: string;
  readonly reason: string;
  readonly person: string;
  readonly street: string;
  readonly extraCents: number;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The marks of the store's order at this place in the list. */
export function marksOf(index: number): Marks {
  const own = `${letters[Math.floor(index / 26)] ?? ''}${letters[index % 26] ?? ''}`;
  return {
    item: `Zov${own}`,
    place: `Jyr${own}`,
    reason: `Puq${own}`,
    person: `Wex${own}`,
    street: `Vuk${own}`,
    extraCents: 1_000 + 137 * index,
  };
}
