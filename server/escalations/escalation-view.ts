import type { EscalationView } from '@orderline/contract/desk-escalation.ts';
import type { SignedEscalationRow } from './escalations-table.ts';

/** A ticket as the desk tells it. */
export function viewEscalation(row: SignedEscalationRow): EscalationView {
  return {
    escalation_id: row.id,
    order_number: row.order_number,
    matter: row.matter,
    status: row.state,
    request: row.request,
    asked_at: row.asked_at.toISOString(),
    context: row.context,
    call_id: row.call_id,
    transcript_url: `/api/desk/calls/${row.call_id}/transcript`,
    ...(row.change === null ? {} : { change: row.change }),
    ...(row.consequences === null ? {} : { consequences: row.consequences }),
    ...decidedOf(row),
  };
}

function decidedOf(row: SignedEscalationRow): Pick<EscalationView, 'decided'> {
  const { decided_at, decided_via, reason, staff, words, outcome } = row;
  if (decided_at === null || decided_via === null || reason === null) return {};
  return {
    decided: {
      at: decided_at.toISOString(),
      via: decided_via,
      reason,
      ...(staff === null ? {} : { staff }),
      ...(words === null ? {} : { words }),
      ...(outcome === null ? {} : { outcome }),
    },
  };
}
