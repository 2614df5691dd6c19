import { sql, type Kysely, type Selectable } from 'kysely';
import type { AcceptResponse, ChangeKind, Consequences, ProposalRequest } from '@orderline/contract/proposal.ts';
import type { TurnSource } from '@orderline/contract/conversation.ts';
import type { Database } from '../database/schema.ts';

/**
 * `accepted`: the customer said yes, and the store is being told; `done` with its outcome; `handed_over`: the store's
 * people have it; `replaced` by a newer proposal; `moved`: not carried out, as the order had changed, or as a person found
 * that it could not be done.
 */
export type ProposalState = 'open' | 'accepted' | 'done' | 'handed_over' | 'declined' | 'replaced' | 'moved';

interface ProposalsTable {
  id: string;
  call_id: string;
  order_number: string;
  /** Of the order when it was proposed. */
  revision: string | null;
  kind: ChangeKind;
  request: ProposalRequest;
  consequences: Consequences;
  say: string;
  state: ProposalState;
  proposed_at: Date;
  expires_at: Date;
  answered_at: Date | null;
  /** The customer's turn that confirmed it; confirms no other. */
  turn_id: string | null;
  answered_by: TurnSource | null;
  outcome: AcceptResponse | null;
}
export type ProposalRow = Selectable<ProposalsTable>;
export type NewProposal = Pick<
  ProposalRow,
  | 'id'
  | 'call_id'
  | 'order_number'
  | 'revision'
  | 'kind'
  | 'request'
  | 'consequences'
  | 'say'
  | 'proposed_at'
  | 'expires_at'
>;

declare module '../database/schema.ts' {
  interface Database {
    proposals: ProposalsTable;
  }
}

/** The one open proposal of its call; the one before it is replaced, also one that is made at the same moment. */
export async function insertProposal(transaction: Kysely<Database>, proposal: NewProposal): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`proposals of ${proposal.call_id}`}, 0))`.execute(
    transaction,
  );
  await transaction
    .updateTable('proposals')
    .set({ state: 'replaced', answered_at: proposal.proposed_at })
    .where('call_id', '=', proposal.call_id)
    .where('state', '=', 'open')
    .execute();
  await transaction
    .insertInto('proposals')
    .values({ ...proposal, state: 'open' })
    .execute();
}

export async function findProposal(
  database: Kysely<Database>,
  { id, callId }: { id: string; callId: string },
): Promise<ProposalRow | undefined> {
  return database
    .selectFrom('proposals')
    .selectAll()
    .where('id', '=', id)
    .where('call_id', '=', callId)
    .executeTakeFirst();
}

/** The one that a call has open, whose time has not passed. */
export async function findOpenProposal(
  database: Kysely<Database>,
  { callId, now }: { callId: string; now: Date },
): Promise<ProposalRow | undefined> {
  return database
    .selectFrom('proposals')
    .selectAll()
    .where('call_id', '=', callId)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** A proposal of a call, which nobody else answers until the transaction ends. */
export async function lockProposal(
  transaction: Kysely<Database>,
  { id, callId }: { id: string; callId: string },
): Promise<ProposalRow | undefined> {
  return transaction
    .selectFrom('proposals')
    .selectAll()
    .where('id', '=', id)
    .where('call_id', '=', callId)
    .forUpdate()
    .executeTakeFirst();
}

/** Whether a turn of the call has confirmed a proposal already. */
export async function hasConfirmed(
  database: Kysely<Database>,
  { callId, turnId }: { callId: string; turnId: string },
): Promise<boolean> {
  const row = await database
    .selectFrom('proposals')
    .select('id')
    .where('call_id', '=', callId)
    .where('turn_id', '=', turnId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Until the transaction ends, nobody else accepts a change of this order. */
export async function lockChangesOf(transaction: Kysely<Database>, orderNumber: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`changes of ${orderNumber}`}, 0))`.execute(transaction);
}

/** Whether another change of its order is on its way to the store, or was accepted after this one was proposed. */
export async function isCrossed(
  database: Kysely<Database>,
  { id, order_number, proposed_at }: Pick<ProposalRow, 'id' | 'order_number' | 'proposed_at'>,
): Promise<boolean> {
  const other = await database
    .selectFrom('proposals')
    .select('id')
    .where('order_number', '=', order_number)
    .where('id', '<>', id)
    .where((proposal) =>
      proposal.or([
        proposal('state', '=', 'accepted'),
        proposal.and([proposal('state', '=', 'done'), proposal('answered_at', '>', proposed_at)]),
      ]),
    )
    .executeTakeFirst();
  return other !== undefined;
}

/** Everything that was proposed in a call, oldest first. */
export async function findProposals(database: Kysely<Database>, callId: string): Promise<ProposalRow[]> {
  return database
    .selectFrom('proposals')
    .selectAll()
    .where('call_id', '=', callId)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute();
}

export type Answer = Partial<Pick<ProposalRow, 'turn_id' | 'answered_by' | 'answered_at' | 'outcome'>>;

export async function updateProposal(
  database: Kysely<Database>,
  id: string,
  answer: Answer & { state: ProposalState },
): Promise<void> {
  await database.updateTable('proposals').set(answer).where('id', '=', id).execute();
}
