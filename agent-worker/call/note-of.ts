import type { ConfirmationMark } from './confirmation.ts';

type Extra = Readonly<Record<string, unknown>>;

/** What the ears should listen for after this: the clerk's own mark, or that the worker has asked for a yes or a no. */
export function noteOf(extra: Extra | undefined): Extra | undefined {
  const { readsBack, asksAboutTexts } = markOf(extra);
  if (readsBack !== undefined || asksAboutTexts === true) return { asked: 'yes_no' };
  const note = extra?.['clerk'];
  return typeof note === 'object' && note !== null ? (note as Extra) : undefined;
}

/** Only the worker itself writes it, with its own words. */
export const markOf = (extra: Extra | undefined) => (extra?.['confirmation'] ?? {}) as ConfirmationMark;
