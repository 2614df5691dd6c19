import { sql, type Kysely } from 'kysely';
import type { Database } from '../../server/database/schema.ts';
import type { CallMade } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';

/** What is wrong with a call: nothing when it passed. State and set phrases decide. */
export async function judgeCall(
  database: Kysely<Database>,
  scenario: Scenario,
  { callId, lines, hasEnded }: CallMade,
): Promise<string[]> {
  const said = lines.flatMap(({ who, text }) => (who === 'agent' ? [text] : [])).join('\n');
  const { changes = [], orders = {}, escalations = [], investigations = 0, messages = [] } = scenario.leaves ?? {};
  const left = await leftBy(database, callId);
  return [
    ...scenario.mustSay.filter((words) => !words.test(said)).map((words) => `never said ${String(words)}`),
    ...[...(scenario.mustNotSay ?? []), ...neverSaid]
      .filter((words) => words.test(said))
      .map((words) => `said ${String(words)}`),
    ...differs('changes', left.changes, changes),
    ...differs('escalations', left.escalations, escalations),
    ...differs('messages', left.messages, messages),
    ...differs(
      'investigations',
      left.investigations,
      Array.from({ length: investigations }, () => 'open'),
    ),
    ...(await Promise.all(Object.entries(orders).map((expected) => statusFault(database, expected)))).flat(),
    ...(hasEnded ? [] : ['did not come to its goodbye']),
  ];
}

/** Whatever the call is about. */
const neverSaid = [/\bundefined\b|\bNaN\b|\[object /, /_order\b|propose_|order_lookup/, /\{|\}/];

async function leftBy(database: Kysely<Database>, callId: string) {
  const kinds = async (query: ReturnType<typeof sql<{ kind: string }>>) =>
    (await query.execute(database)).rows.map(({ kind }) => kind);
  return {
    changes: await kinds(sql`select kind from proposals where call_id = ${callId} and state in ('done', 'accepted')`),
    escalations: await kinds(sql`select matter as kind from escalations where call_id = ${callId}`),
    investigations: await kinds(sql`select state as kind from investigations where call_id = ${callId}`),
    // The summary after the call says again what the call did: it has its own tests.
    messages: await kinds(
      sql`select distinct kind from messages where call_id = ${callId} and kind not in ('call_summary', 'staff_escalation')`,
    ),
  };
}

async function statusFault(database: Kysely<Database>, [number, expected]: [string, string]): Promise<string[]> {
  const order = await database
    .selectFrom('orders')
    .select('status')
    .where('order_number', '=', number)
    .executeTakeFirst();
  return order?.status === expected ? [] : [`${number} is ${order?.status ?? 'gone'} and not ${expected}`];
}

function differs(what: string, found: readonly string[], expected: readonly string[]): string[] {
  const [was, is] = [expected, found].map((kinds) => [...kinds].sort().join(', ') || 'none');
  return was === is ? [] : [`${what}: ${String(is)} instead of ${String(was)}`];
}
