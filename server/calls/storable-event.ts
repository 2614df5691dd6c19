import type { CallEvent } from '@orderline/contract/call.ts';

/**
 * The event as PostgreSQL can keep it: JSON there has no NUL and no half of a surrogate pair. One such character, typed by a
 * visitor or left by a cut through an emoji, would otherwise keep the whole batch and all after it from being stored.
 */
export const storableEvent = (event: CallEvent): CallEvent => storable(event) as CallEvent;

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', '\uFFFD');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [storable(key), storable(of)]));
}
