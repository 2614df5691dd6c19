import type { Kysely } from 'kysely';
import type { ProposalRequest } from '@orderline/contract/proposal.ts';
import type { AppContext } from '../app-context.ts';
import { countClaimsSince, findClaims } from '../claims/claims-table.ts';
import { customerKey } from '../claims/customer-key.ts';
import type { Database } from '../database/schema.ts';
import { fromStore } from '../identity/ask-store.ts';
import { reachOf } from '../messages/reach-of.ts';
import type { Order } from '../orders/order.ts';
import { findReshippedParcels } from '../orders/reshipped-parcels-table.ts';
import { findReturns } from '../returns/returns-table.ts';
import type { VariantsByLine } from '../store/store-connector.ts';
import type { ChangeFacts, Waiver } from './change-facts.ts';
import { countedOrder } from './counted-order.ts';

export interface Asked {
  readonly request: ProposalRequest;
  readonly order: Order;
  readonly waived?: ReadonlySet<Waiver>;
  /** From `variantsAhead`; asked for now unless they are given. */
  readonly variants?: VariantsByLine | undefined;
}

/**
 * The variants that a change is judged by, of a store with its own API: to be asked for before the transaction, which
 * would keep its locks for as long as that takes. Throws 503 `unavailable`.
 */
export async function variantsAhead(
  context: AppContext,
  { request, order }: Pick<Asked, 'request' | 'order'>,
): Promise<VariantsByLine | undefined> {
  if (context.store.changes.kind === 'built_in') return undefined;
  return fromStore(context, () => context.store.variantsOf(context.database, order, linesOf(request)));
}

/** All that the rules decide by, as `database`, which may be a transaction, sees it. */
export async function loadChangeFacts(
  context: AppContext,
  database: Kysely<Database>,
  { request, order, waived = new Set(), variants }: Asked,
): Promise<ChangeFacts> {
  const now = context.clock();
  const { orderNumber } = order;
  // One after the other: a transaction has one connection.
  const returns = await findReturns(database, orderNumber);
  const claims = await findClaims(database, orderNumber);
  const claimsOfCustomer = request.kind === 'claim' ? await countClaims(context, database, order) : 0;
  const told =
    variants ?? (await fromStore(context, () => context.store.variantsOf(database, order, linesOf(request))));
  const reshipped = await findReshippedParcels(database, orderNumber);
  const reach = await reachOf(context, database, order);
  return {
    order: await countedOrder(context, database, order),
    profile: context.profile(),
    now,
    returns,
    claims,
    claimsOfCustomer,
    variants: told,
    reshippedParcels: new Set(reshipped),
    reach,
    waived,
  };
}

/** The lines whose stock the rules ask for. */
const linesOf = (request: ProposalRequest): number[] =>
  request.kind === 'exchange' || request.kind === 'claim' ? request.lines.map(({ line }) => line) : [];

const claimsCountedForMs = 365 * 86_400_000;

/** Of the customer, over all their orders. */
function countClaims({ config, clock }: AppContext, database: Kysely<Database>, order: Order): Promise<number> {
  const since = new Date(clock().getTime() - claimsCountedForMs);
  return countClaimsSince(database, customerKey(config.tokenSecret, order), since);
}
