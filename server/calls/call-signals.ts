import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { endReason } from '@orderline/contract/call.ts';
import type { Database } from '../database/schema.ts';
import { sendSignal, type Signals } from '../database/signals.ts';

const channel = 'orderline_calls';

const callSignal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('joined'), callId: z.string(), generation: z.int() }),
  z.object({
    kind: z.literal('decided'),
    callId: z.string(),
    escalationId: z.string(),
    isApproved: z.boolean(),
    say: z.string(),
  }),
  z.object({ kind: z.literal('ended'), callId: z.string(), reason: endReason }),
]);
/** What the server that holds a call's command stream must hear of, wherever it happened. */
export type CallSignal = z.infer<typeof callSignal>;

export const announce = (database: Kysely<Database>, signal: CallSignal): Promise<void> =>
  sendSignal(database, channel, JSON.stringify(signal));

/** Returns how to stop hearing. */
export const onCallSignal = (signals: Signals, handler: (signal: CallSignal) => void): (() => void) =>
  signals.on(channel, (payload) => handler(callSignal.parse(JSON.parse(payload))));
