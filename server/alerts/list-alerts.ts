import type { AlertsResponse } from '@orderline/contract/alert.ts';
import type { AppContext } from '../app-context.ts';
import { findAlerts } from './alerts-table.ts';

const most = 100;

/** What is wrong with the service, and what was. */
export async function listAlerts({ database }: AppContext): Promise<AlertsResponse> {
  const alerts = await findAlerts(database, most);
  return {
    alerts: alerts.map(({ id, kind, detail, raised_at, seen_at, recovered_at }) => ({
      id,
      kind,
      detail,
      raised_at: raised_at.toISOString(),
      seen_at: seen_at.toISOString(),
      ...(recovered_at === null ? {} : { recovered_at: recovered_at.toISOString() }),
    })),
  };
}
