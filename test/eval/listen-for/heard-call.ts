import type { ConversationItem } from '@orderline/contract/conversation.ts';
import { type Kysely, sql } from 'kysely';
import type { SayingContext } from '../../../agent-worker/saying/say-date.ts';
import { findEvents } from '../../../server/calls/call-events-table.ts';
import type { Database } from '../../../server/database/schema.ts';
import { findWholeOrder } from '../../../server/orders/whole-order-table.ts';
import { dayIn } from '../../../server/policy/store-calendar.ts';
import { datesIn, type OrderFacts, orderFacts, pricesIn } from './order-facts.ts';

const timeZone = 'America/New_York';

/** A call as it is listened to: what was said and looked up, and what is true of the orders it was about. */
export interface HeardCall {
  readonly items: readonly ConversationItem[];
  readonly orders: readonly OrderFacts[];
  /** What the call itself came to: amounts, dates and numbers of what was proposed and made. */
  readonly made: Pick<OrderFacts, 'dates' | 'prices' | 'numbers'>;
  /** The store's own documents and settings: its prices and terms may be told to anybody. */
  readonly storeText: string;
  readonly saying: SayingContext;
}

/** Reads a call that is over. `orderNumber` is what the caller had in mind, named or not. */
export async function readHeardCall(
  database: Kysely<Database>,
  { callId, orderNumber, storeText }: { callId: string; orderNumber: string | undefined; storeText: string },
): Promise<HeardCall> {
  const items = await findEvents(database, callId, ['turn', 'tool_call']);
  const named = items.flatMap((item) =>
    item.kind === 'tool_call' ? (item.arguments.match(/(ORD-|#W)\d+/g) ?? []) : [],
  );
  const numbers = new Set([...named, ...(orderNumber === undefined ? [] : [orderNumber])]);
  const rows = await Promise.all([...numbers].map((number) => findWholeOrder(database, number)));
  const made = await madeIn(database, callId);
  return {
    items,
    orders: rows.flatMap((row) => (row === undefined ? [] : [orderFacts(row, timeZone)])),
    made: {
      dates: datesIn({ made }, timeZone),
      prices: pricesIn({ made }),
      numbers: new Set(JSON.stringify(made).match(/\d+/g)),
    },
    storeText,
    saying: { today: dayIn(timeZone, new Date()), timeZone },
  };
}

async function madeIn(database: Kysely<Database>, callId: string) {
  const { rows } = await sql<Record<string, unknown>>`
    select consequences, null as rma, null as ship_by from proposals where call_id = ${callId}
    union all select null, rma, ship_by::text from returns where call_id = ${callId}`.execute(database);
  return rows;
}

export const agentTurns = ({ items }: Pick<HeardCall, 'items'>) =>
  items.flatMap((item, at) => (item.kind === 'turn' && item.role === 'agent' ? [{ text: item.text, at }] : []));

/** What the customer had said before an item of the call: an agent that repeats it tells nothing. */
export const customerSaid = ({ items }: Pick<HeardCall, 'items'>, before = items.length): string =>
  items
    .slice(0, before)
    .flatMap((item) => (item.kind === 'turn' && item.role === 'customer' ? [item.text] : []))
    .join('\n');
