import { withoutCardNumbers } from '@orderline/contract/card-number.ts';
import type { VisitorMessage } from '@orderline/contract/visit.ts';
import type { AppContext } from '../app-context.ts';
import { insertVisitorMessage } from './visitor-messages-table.ts';

/** Keeps a visitor's message for the store's people; sent again it is kept once. */
export async function leaveMessage(
  { database, clock }: AppContext,
  { callId, message }: { callId: string; message: VisitorMessage },
): Promise<void> {
  await insertVisitorMessage(database, {
    callId,
    message: { ...message, text: withoutCardNumbers(message.text) },
    at: clock(),
  });
}
