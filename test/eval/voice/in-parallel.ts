/** Does each thing once, so many at a time, in their order. */
export async function inParallel<Thing>(
  things: readonly Thing[],
  { atOnce, run }: { atOnce: number; run: (thing: Thing) => Promise<void> },
): Promise<void> {
  const left = things.values();
  const work = async () => {
    for (const thing of left) await run(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
