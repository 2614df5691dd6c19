import { withoutCardNumbers } from '@orderline/contract/card-number.ts';
import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import { jobId } from '../database/job-id.ts';
import type { Database } from '../database/schema.ts';
import { tellStaff } from '../staff/tell-staff.ts';
import { insertVisitorMessage } from './visitor-messages-table.ts';

export interface LeftMessage {
  readonly callId: string;
  readonly text: string;
  /** Where who left it can be reached. */
  readonly contact: string;
  readonly bestTime?: string | undefined;
}

/** Keeps a message for the store's people and tells them at once; left again it is kept and told once. */
export async function leaveMessage(
  context: AppContext,
  transaction: Kysely<Database>,
  { callId, contact, bestTime, ...message }: LeftMessage,
): Promise<void> {
  const text = withoutCardNumbers(message.text);
  const best_time = bestTime === undefined ? null : withoutCardNumbers(bestTime);
  const left = { call_id: callId, text, contact, best_time, left_at: context.clock() };
  if (!(await insertVisitorMessage(transaction, left))) return;
  await tellStaff(context, transaction, {
    key: `${jobId(callId, `${contact} ${text}`)} message`,
    kind: 'staff_message',
    callId,
    letter: {
      subject: 'A customer left a message',
      body: [
        { block: 'paragraph', text: 'A customer whom nobody could help in a call would like to hear from you.' },
        { block: 'paragraph', text: `“${text}”` },
        {
          block: 'table',
          caption: 'How to reach them',
          rows: [
            { name: 'Contact', value: contact },
            ...(best_time === null ? [] : [{ name: 'When', value: best_time }]),
            { name: 'Call', value: callId },
          ],
        },
      ],
    },
  });
}
