import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { rowOf } from '../eval/evaluation.ts';
import { checklist } from '../eval/scenarios/checklist.ts';
import { judgedCall } from '../eval/voice/judged-call.ts';
import { phoneLine } from '../eval/voice/phone-line.ts';
import { freshOrders } from '../support/late-return.ts';

const { sipPort, databaseUrl } = inject('stack');
const database = connectDatabase(databaseUrl);
beforeAll(() => freshOrders({ database }, new Date()));
afterAll(() => database.destroy());

/** Every other caller keys the order number, all who can the phone number on it; the rest is said over G.722. */
const keysOf = (at: number) => (at % 2 === 0 ? (['order number', 'phone'] as const) : (['phone'] as const));
const callers = checklist.map((scenario, at) => ({
  ...scenario,
  scenario,
  keys: keysOf(at),
  from: `+120655503${10 + at}`,
}));

describe.concurrent('the checklist over the telephone', () => {
  test.each(callers)('$name', async ({ scenario, keys, from }) => {
    const call = await judgedCall(scenario, await phoneLine({ sipPort, database, from }), { database, keys });
    expect(call.faults, rowOf(call, { isVerbose: true })).toEqual([]);
  });
});
