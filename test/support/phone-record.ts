import type { Turn } from '@orderline/contract/conversation.ts';
import { type Kysely, sql } from 'kysely';
import { vi } from 'vitest';
import type { Database } from '../../server/database/schema.ts';
import type { CallRow } from '../../server/calls/calls-table.ts';
import { patience, patienceMs } from './patience.ts';

/** A telephone call as the server has it on record. */
export class PhoneRecord {
  readonly #database: Kysely<Database>;
  readonly #callerNumber: string;
  /** Turns before this one have been waited for already. */
  #read = 0;

  constructor(database: Kysely<Database>, callerNumber: string) {
    this.#database = database;
    this.#callerNumber = callerNumber;
  }

  /** The newest call from this number, once it is as asked. */
  async call(isAsAsked: (call: CallRow) => boolean = () => true): Promise<CallRow> {
    const find = async () => {
      const call = await this.#newest();
      return call !== undefined && isAsAsked(call) && call;
    };
    return vi.waitUntil(find, patience);
  }

  async ended(): Promise<CallRow> {
    return this.call(({ ended_at }) => ended_at !== null);
  }

  /**
   * Waits for the agent to have said something that matches, to its end (a status takes 16 s), after whatever was waited
   * for last.
   * @returns its words since then
   */
  async agentSaid(expected: RegExp | string): Promise<string> {
    let said = '';
    const find = async () => {
      const turns = (await this.turns()).filter(({ role }) => role === 'agent');
      said = turns
        .slice(this.#read)
        .map(({ text }) => text)
        .join(' ');
      if (!(typeof expected === 'string' ? said.includes(expected) : expected.test(said))) return false;
      this.#read = turns.length;
      return true;
    };
    await vi.waitUntil(find, patience).catch(async () => {
      const all = (await this.turns()).map(({ role, by, text }) => `${role} (${by}): ${text}`);
      throw new Error(`The agent did not say ${String(expected)} within ${patienceMs} ms:\n${all.join('\n')}`);
    });
    return said;
  }

  async turns(): Promise<Turn[]> {
    const call = await this.#newest();
    if (call === undefined) return [];
    const { rows } = await sql<{ event: Turn }>`
      select event from call_events where call_id = ${call.id} and event->>'kind' = 'turn'
      order by event->>'at'`.execute(this.#database);
    return rows.map(({ event }) => event);
  }

  #newest(): Promise<CallRow | undefined> {
    return this.#database
      .selectFrom('calls')
      .selectAll()
      .where('caller_number', '=', this.#callerNumber)
      .orderBy('opened_at', 'desc')
      .executeTakeFirst();
  }
}
