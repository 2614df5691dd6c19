import type { Kysely } from 'kysely';
import type { ProposalRequest } from '@orderline/contract/proposal.ts';
import type { AppContext } from '../app-context.ts';
import type { ClaimRecord } from '../claims/claim-record.ts';
import type { Database } from '../database/schema.ts';
import { fromStore } from '../identity/ask-store.ts';
import { reachOf } from '../messages/reach-of.ts';
import type { Order } from '../orders/order.ts';
import { withOwnCounts } from '../orders/with-own-counts.ts';
import { findReturns } from '../returns/returns-table.ts';
import type { ChangeFacts, Waiver } from './change-facts.ts';

export interface Asked {
  readonly request: ProposalRequest;
  readonly order: Order;
  readonly waived?: ReadonlySet<Waiver>;
}

/** All that the rules decide by, as `database`, which may be a transaction, sees it. */
export async function loadChangeFacts(
  context: AppContext,
  database: Kysely<Database>,
  { request, order, waived = new Set() }: Asked,
): Promise<ChangeFacts> {
  const now = context.clock();
  const { orderNumber } = order;
  // One after the other: a transaction has one connection.
  const returns = await findReturns(database, orderNumber);
  const claims: ClaimRecord[] = [];
  const variants = await fromStore(context, () => context.store.variantsOf(database, order, linesOf(request)));
  const reach = await reachOf(context, database, order);
  return {
    order: context.store.changes.kind === 'remote' ? withOwnCounts(order, { returns, claims }) : order,
    profile: context.profile(),
    now,
    returns,
    claims,
    claimsOfCustomer: 0,
    variants,
    reach,
    waived,
  };
}

/** The lines whose stock the rules ask for. */
const linesOf = (request: ProposalRequest): number[] =>
  request.kind === 'exchange' || request.kind === 'claim' ? request.lines.map(({ line }) => line) : [];
