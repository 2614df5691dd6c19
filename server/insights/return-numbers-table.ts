import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

export interface ReturnNumbers {
  readonly sku: string | null;
  readonly name: string;
  readonly kind: 'return' | 'exchange' | 'claim';
  readonly reason: string;
  readonly units: number;
  readonly times: number;
}

/** Far more than a store looks through; the most units come first. */
const longestList = 1000;

/**
 * The units that customers asked to send back, to exchange or to have replaced or refunded from one instant to another,
 * which is not among them, by product and reason. A return that the customer withdrew is not counted.
 */
export async function countReturns(
  database: Kysely<Database>,
  { from, until }: { from: Date; until: Date },
): Promise<ReturnNumbers[]> {
  const { rows } = await sql<ReturnNumbers>`
    with sent_back as (
      select coalesce(order_lines.sku, proposed.sku) as sku, return_lines.name, returns.kind, returns.reason,
        return_lines.quantity
      from returns
      join return_lines using (rma)
      left join order_lines using (order_number, line)
      left join lateral (
        select item ->> 'sku' as sku
        from proposals, jsonb_array_elements(proposals.consequences -> 'lines') as item
        where proposals.id = returns.change_id and (item ->> 'line')::int = return_lines.line
      ) as proposed on true
      where requested_at >= ${from} and requested_at < ${until} and returns.state <> 'cancelled'
    ), claimed as (
      select item ->> 'sku' as sku, item ->> 'name' as name, 'claim' as kind, request ->> 'problem' as reason,
        (item ->> 'quantity')::int as quantity
      from proposals, jsonb_array_elements(consequences -> 'lines') as item
      where kind = 'claim' and state = 'done' and answered_at >= ${from} and answered_at < ${until}
      union all
      select item ->> 'sku', item ->> 'name', 'claim', change ->> 'problem', (item ->> 'quantity')::int
      from escalations, jsonb_array_elements(consequences -> 'lines') as item
      where change ->> 'kind' = 'claim' and state = 'approved' and decided_at >= ${from} and decided_at < ${until}
    ), units as (
      select * from sent_back union all select * from claimed
    )
    select sku, max(name) as name, kind, reason, sum(quantity)::int as units, count(*)::int as times
    from units group by sku, case when sku is null then name end, kind, reason
    order by units desc, sku, name, kind, reason
    limit ${longestList}`.execute(database);
  return rows;
}
