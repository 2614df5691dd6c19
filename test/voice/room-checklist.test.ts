import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { rowOf } from '../eval/evaluation.ts';
import { checklist } from '../eval/scenarios/checklist.ts';
import { judgedCall } from '../eval/voice/judged-call.ts';
import { roomLine } from '../eval/voice/room-line.ts';
import { freshOrders } from '../support/late-return.ts';

const { serverUrl, databaseUrl } = inject('stack');
const database = connectDatabase(databaseUrl);
beforeAll(() => freshOrders({ database }, new Date()));
afterAll(() => database.destroy());

/** By flite through a real room to the built-in ears; several at once, as no two are in each other's way (`rounds.test.ts`). */
describe.concurrent('the checklist by voice', () => {
  test.each(checklist)('$name', async (scenario) => {
    const call = await judgedCall(scenario, await roomLine(serverUrl), { database, keys: [] });
    expect(call.faults, rowOf(call, { isVerbose: true })).toEqual([]);
  });
});
