import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

interface CallToolsTable {
  call_id: string;
  tool: string;
}

declare module '../database/schema.ts' {
  interface Database {
    call_tools: CallToolsTable;
  }
}

/** Writes down the tools of calls whose transcripts are about to go; those that are known already stay. */
export async function keepToolsOf(transaction: Kysely<Database>, callIds: readonly string[]): Promise<void> {
  await sql`
    insert into call_tools (call_id, tool)
    select distinct call_id, event ->> 'name' from call_events
    where kind = 'tool_call' and call_id = any(${callIds}::text[])
    on conflict do nothing`.execute(transaction);
}
