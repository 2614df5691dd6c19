import type { Migration } from 'kysely';
import { up as calls } from './001-calls.ts';
import { up as orders } from './002-orders.ts';
import { up as identity } from './003-identity.ts';
import { up as knowledge } from './004-knowledge.ts';
import { up as messages } from './005-messages.ts';
import { up as orderChanges } from './006-order-changes.ts';
import { up as proposals } from './007-proposals.ts';
import { up as returns } from './008-returns.ts';
import { up as claims } from './009-claims.ts';
import { up as outbox } from './010-outbox.ts';
import { up as consent } from './011-consent.ts';
import { up as staff } from './012-staff.ts';
import { up as escalations } from './013-escalations.ts';
import { up as webhooks } from './014-webhooks.ts';
import { up as knowledgeImport } from './015-knowledge-import.ts';
import { up as retention } from './016-retention.ts';
import { up as pendingChanges } from './017-pending-changes.ts';
import { up as importedOrders } from './018-imported-orders.ts';
import { up as phoneCalls } from './019-phone-calls.ts';
import { up as callMessages } from './020-call-messages.ts';

/** In the order they run, which is that of their names. One that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '001-calls': { up: calls },
  '002-orders': { up: orders },
  '003-identity': { up: identity },
  '004-knowledge': { up: knowledge },
  '005-messages': { up: messages },
  '006-order-changes': { up: orderChanges },
  '007-proposals': { up: proposals },
  '008-returns': { up: returns },
  '009-claims': { up: claims },
  '010-outbox': { up: outbox },
  '011-consent': { up: consent },
  '012-staff': { up: staff },
  '013-escalations': { up: escalations },
  '014-webhooks': { up: webhooks },
  '015-knowledge-import': { up: knowledgeImport },
  '016-retention': { up: retention },
  '017-pending-changes': { up: pendingChanges },
  '018-imported-orders': { up: importedOrders },
  '019-phone-calls': { up: phoneCalls },
  '020-call-messages': { up: callMessages },
};
