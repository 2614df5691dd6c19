import type { StatsResponse } from '@orderline/contract/stats.ts';
import { csvText } from './csv-text.ts';

export type StatsTable = 'days' | 'matters' | 'returns';

/** One table of the numbers as CSV, its columns named as in the JSON. */
export function statsCsv({ days, matters, returns }: StatsResponse, table: StatsTable): string {
  switch (table) {
    case 'days':
      return csvText(
        ['day', 'calls', 'verified', 'solved_without_person', 'escalated', 'median_seconds', 'p90_seconds'],
        days.map((row) => [
          row.day,
          row.calls,
          row.verified,
          row.solved_without_person,
          row.escalated,
          row.median_seconds,
          row.p90_seconds,
        ]),
      );
    case 'matters':
      return csvText(
        ['matter', 'calls'],
        matters.map(({ matter, calls }) => [matter, calls]),
      );
    case 'returns':
      return csvText(
        ['sku', 'name', 'kind', 'reason', 'units', 'times'],
        returns.map(({ sku, name, kind, reason, units, times }) => [sku, name, kind, reason, units, times]),
      );
  }
}
