const firstDelayMs = 500;
const longestDelayMs = 30_000;
/** A part that stayed up this long was well: its next death is a first one again. */
export const provenAfterMs = 60_000;

/** How long to wait before starting a part again that has died `deaths` times in a row (1 for the first), in ms. */
export function restartDelayMs(deaths: number): number {
  return Math.min(firstDelayMs * 2 ** (deaths - 1), longestDelayMs);
}
