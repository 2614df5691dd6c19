import { sql, type Generated, type Kysely, type Selectable } from 'kysely';
import type { ApprovalOutcome, EscalationContext } from '@orderline/contract/desk-escalation.ts';
import type { EscalationMatter, EscalationStatus } from '@orderline/contract/escalation.ts';
import type { Consequences, ProposalRequest } from '@orderline/contract/proposal.ts';
import type { Database } from '../database/schema.ts';

interface EscalationsTable {
  id: string;
  /** Grows with each. */
  position: Generated<string>;
  /** The call that asked last: it is the one to hear of the decision. */
  call_id: string;
  order_number: string;
  /** What proved the order in that call, sealed; gone once it is decided. */
  sealed_factor: Buffer | null;
  matter: EscalationMatter;
  request: string;
  change: ProposalRequest | null;
  context: EscalationContext;
  consequences: Consequences | null;
  state: Generated<EscalationStatus>;
  asked_at: Date;
  decided_at: Date | null;
  /** Null by the link in the e-mail. */
  decided_by: string | null;
  decided_via: 'desk' | 'link' | null;
  /** For the record. */
  reason: string | null;
  /** Told to the customer. */
  words: string | null;
  outcome: ApprovalOutcome | null;
}
export type EscalationRow = Selectable<EscalationsTable>;
/** With the name of whoever decided. */
export type SignedEscalationRow = EscalationRow & { staff: string | null };
export type NewEscalation = Pick<
  EscalationRow,
  | 'id'
  | 'call_id'
  | 'order_number'
  | 'sealed_factor'
  | 'matter'
  | 'request'
  | 'change'
  | 'context'
  | 'consequences'
  | 'asked_at'
>;

declare module '../database/schema.ts' {
  interface Database {
    escalations: EscalationsTable;
  }
}

/** False when one of its matter is pending on the order; of two at the same moment one is inserted. Each `store_change` is its own. */
export async function insertEscalation(database: Kysely<Database>, escalation: NewEscalation): Promise<boolean> {
  const inserted = await database
    .insertInto('escalations')
    .values(escalation)
    .onConflict((conflict) =>
      conflict
        .columns(['order_number', 'matter'])
        // As literals: a plan that is kept for all values would not know that the index is meant.
        .where('state', '=', sql.lit('pending'))
        .where('matter', '<>', sql.lit('store_change'))
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The pending one, which from now on is this call's; undefined when it has been decided meanwhile. */
export async function adoptPending(
  database: Kysely<Database>,
  {
    call_id,
    order_number,
    sealed_factor,
    matter,
  }: Pick<EscalationRow, 'call_id' | 'order_number' | 'sealed_factor' | 'matter'>,
): Promise<EscalationRow | undefined> {
  return database
    .updateTable('escalations')
    .set({ call_id, sealed_factor })
    .where('order_number', '=', order_number)
    .where('matter', '=', matter)
    .where('state', '=', 'pending')
    .returningAll()
    .executeTakeFirst();
}

export async function findEscalation(database: Kysely<Database>, id: string): Promise<SignedEscalationRow | undefined> {
  return signed(database).where('escalations.id', '=', id).executeTakeFirst();
}

/** Nobody else decides it until the transaction ends. */
export async function lockEscalation(transaction: Kysely<Database>, id: string): Promise<EscalationRow | undefined> {
  return transaction.selectFrom('escalations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

const longestList = 50;

/** Newest first. */
export async function findEscalationsOfOrder(
  database: Kysely<Database>,
  orderNumber: string,
): Promise<EscalationRow[]> {
  return database
    .selectFrom('escalations')
    .selectAll()
    .where('order_number', '=', orderNumber)
    .orderBy('position', 'desc')
    .limit(longestList)
    .execute();
}

export interface EscalationPage {
  readonly state: EscalationStatus | undefined;
  /** A `position`. */
  readonly before: string | undefined;
  readonly limit: number;
}

/** The newest `limit`, or those before the one at `before`. */
export async function findEscalationPage(
  database: Kysely<Database>,
  { state, before, limit }: EscalationPage,
): Promise<SignedEscalationRow[]> {
  return signed(database)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'pending'))
    .$if(before !== undefined, (query) => query.where('position', '<', before ?? ''))
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
}

export type EscalationDecided = Pick<
  EscalationRow,
  'decided_at' | 'decided_by' | 'decided_via' | 'reason' | 'words' | 'outcome'
> & { state: 'approved' | 'refused' };

export async function settleEscalation(
  transaction: Kysely<Database>,
  id: string,
  { outcome, ...decided }: EscalationDecided,
): Promise<void> {
  await transaction
    .updateTable('escalations')
    .set({ ...decided, sealed_factor: null, outcome: outcome === null ? null : sql`${JSON.stringify(outcome)}::jsonb` })
    .where('id', '=', id)
    .execute();
}

/** How a change ended that was still on its way to the store; nothing where it was no escalation's. */
export async function noteApprovalOutcome(
  transaction: Kysely<Database>,
  id: string,
  outcome: ApprovalOutcome,
): Promise<void> {
  await transaction
    .updateTable('escalations')
    .set({ outcome: sql`${JSON.stringify(outcome)}::jsonb` })
    .where('id', '=', id)
    .execute();
}

const signed = (database: Kysely<Database>) =>
  database
    .selectFrom('escalations')
    .leftJoin('staff', 'staff.id', 'escalations.decided_by')
    .selectAll('escalations')
    .select('staff.name as staff');
