import type { InvestigationList, InvestigationStatus, InvestigationView } from '@orderline/contract/investigation.ts';
import type { AppContext } from '../app-context.ts';
import { trackingLink } from '../orders/tracking-link.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { findInvestigationPage, type SignedInvestigationRow } from './investigations-table.ts';

/** A page of the parcels that are or were looked for, newest first; `before` is the `next` of the page before. */
export async function listInvestigations(
  { database, profile }: AppContext,
  { state, before, limit }: { state: InvestigationStatus | undefined; before: string | undefined; limit: number },
): Promise<InvestigationList> {
  const found = await findInvestigationPage(database, { state, before, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    investigations: page.map((row) => viewInvestigation(row, profile())),
    ...(found.length > limit && last !== undefined ? { next: last.position } : {}),
  };
}

/** A search as the desk tells it. */
export function viewInvestigation(row: SignedInvestigationRow, { tracking_page }: StoreProfile): InvestigationView {
  const { carrier, tracking_number } = row.parcel;
  const url = trackingLink({ carrier, trackingNumber: tracking_number }, tracking_page);
  return {
    investigation_id: row.id,
    order_number: row.order_number,
    status: row.state,
    why: row.why,
    ...(carrier === undefined ? {} : { carrier }),
    ...(tracking_number === undefined ? {} : { tracking_number }),
    ...(url === undefined ? {} : { tracking_url: url }),
    lines: row.lines,
    opened_at: row.opened_at.toISOString(),
    call_id: row.call_id,
    transcript_url: `/api/desk/calls/${row.call_id}/transcript`,
    ...resolvedOf(row),
  };
}

function resolvedOf(row: SignedInvestigationRow): Pick<InvestigationView, 'resolved'> {
  const { resolved_at, staff, reason, words, refund } = row;
  if (resolved_at === null || staff === null || reason === null) return {};
  return {
    resolved: {
      at: resolved_at.toISOString(),
      staff,
      reason,
      ...(words === null ? {} : { words }),
      ...(refund === null ? {} : { refund }),
    },
  };
}
