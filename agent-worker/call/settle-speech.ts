import { setTimeout as delay } from 'node:timers/promises';

/** Stopping takes a few milliseconds; a room that hangs must not hold the answer up. */
const settleWithinMs = 1_000;

/**
 * Waits until a speech that was interrupted stands in the conversation, as far as it was heard. An answer that began
 * sooner would not know what the caller is answering.
 */
export async function settleSpeech(stopping: Promise<unknown>): Promise<void> {
  await Promise.race([stopping, delay(settleWithinMs)]);
}
