import type { Kysely } from 'kysely';
import { findEvents, sumCosts } from '../../../server/calls/call-events-table.ts';
import { findCall } from '../../../server/calls/calls-table.ts';
import type { Database } from '../../../server/database/schema.ts';
import { eventually } from '../../support/eventually.ts';
import type { CallMade } from '../run-scenario.ts';
import type { CallerLine } from './caller-line.ts';

/** Between clauses a voice is quiet for less, unless the machine is busy. */
const silenceMs = 700;
/** Nobody has understood anything by then, however busy the machine is. */
const unheardAfterMs = 20_000;
/** The longest thing that is said, on a busy machine. */
const longestAnswerMs = 60_000;
/** Where nothing was asked, there may be more to come. */
const moreWithinMs = 2_500;

/** A call as it is stored while it goes on: an agent's turn is there once it has been said to its end. */
export class StoredCall {
  readonly id: string;
  readonly #database: Kysely<Database>;
  readonly #line: CallerLine;
  /** Turns before this one have been waited for already. */
  #read = 0;

  constructor(database: Kysely<Database>, { id, line }: { id: string; line: CallerLine }) {
    this.#database = database;
    this.id = id;
    this.#line = line;
  }

  async hasEnded(): Promise<boolean> {
    return (await findCall(this.#database, this.id))?.ended_at !== null;
  }

  /** What the agent has said since the last time, once it is silent again; undefined when it has answered nothing. */
  async answer(): Promise<string | undefined> {
    const begun = await eventually(async () => ((await this.#newTurns()).length > 0 ? true : undefined), {
      withinMs: unheardAfterMs,
    });
    if (begun === undefined) return undefined;
    const isSaid = async () => ((await this.#isSaid()) || (await this.hasEnded()) ? true : undefined);
    await eventually(isSaid, { withinMs: longestAnswerMs });
    const asked = await this.#agentWords();
    if (!asked.includes('?') && !(await this.hasEnded())) {
      await eventually(async () => ((await this.#agentWords()) === asked ? undefined : true), {
        withinMs: moreWithinMs,
      });
      await eventually(isSaid, { withinMs: longestAnswerMs });
    }
    const words = await this.#agentWords();
    this.#read += (await this.#newTurns()).length;
    return words;
  }

  async ended(withinMs: number): Promise<void> {
    await eventually(async () => ((await this.hasEnded()) ? true : undefined), { withinMs });
  }

  /** All of it, once it is over. */
  async made(): Promise<CallMade & { readonly costCents: number }> {
    const items = await findEvents(this.#database, this.id, ['turn', 'tool_call', 'latency']);
    const waits = new Map(
      items.flatMap((item) => (item.kind === 'latency' ? [[item.turn_id, item.first_audio_ms]] : [])),
    );
    const turns = items.filter((item) => item.kind === 'turn');
    const call = await findCall(this.#database, this.id);
    const { callCents: costCents } = await sumCosts(this.#database, { callId: this.id, since: new Date() });
    return {
      callId: this.id,
      lines: turns.map(({ role, text }, at) => {
        const tookMs = waits.get(turns[at - 1]?.id ?? '');
        return role === 'customer'
          ? { who: 'caller', text }
          : { who: 'agent', text, ...(tookMs === undefined ? {} : { tookMs }) };
      }),
      toolCalls: items.flatMap((item) => (item.kind === 'tool_call' ? [item.name] : [])),
      hasEnded: call?.end_reason === 'goodbye',
      costCents,
    };
  }

  async #isSaid(): Promise<boolean> {
    return this.#line.isSilent(silenceMs) && (await this.#newTurns()).at(-1)?.role === 'agent';
  }

  async #agentWords(): Promise<string> {
    const turns = await this.#newTurns();
    return turns.flatMap(({ role, text }) => (role === 'agent' ? [text] : [])).join(' ');
  }

  async #newTurns() {
    return (await findEvents(this.#database, this.id, ['turn'])).slice(this.#read);
  }
}
