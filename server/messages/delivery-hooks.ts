import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import type { AttachmentMakers } from './attachment.ts';
import type { MessageRow } from './messages-table.ts';

/** What other features add to the sending of their messages. */
export interface DeliveryHooks {
  /** Who makes what messages refer to. */
  readonly attachments?: AttachmentMakers;
  /** Told of a message that cannot reach its recipient, within the transaction that writes it down. */
  readonly onBounce?: OnBounce;
}

/** `message.state` is `bounced`, or `suppressed` when its recipient has stopped our texts. */
type OnBounce = (context: AppContext, transaction: Kysely<Database>, message: MessageRow) => Promise<void>;
