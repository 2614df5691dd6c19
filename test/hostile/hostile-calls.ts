import { initializeLogger, llm } from '@livekit/agents';
import fc from 'fast-check';
import type { z } from 'zod';
import { orderTools } from '../../agent-worker/tools/order-tools.ts';
import { agreeing } from './arbitrary-caller.ts';
import { lastRma, type OfferedTool } from './arbitrary-model.ts';
import { holdInvariants } from './hold-invariants.ts';
import type { CallerTurn } from './hostile-call.ts';
import { MarkedStore } from './marked-store.ts';
import { playCall } from './play-call.ts';
import { type ModelReply, ScriptedModel } from './scripted-model.ts';
import { readTrueOrders, type TrueOrder } from './true-orders.ts';

export interface Scenario {
  readonly replies: readonly ModelReply[];
  readonly turns: readonly CallerTurn[];
}

/** How much came of all calls together: a run in which nothing was proved or changed would show nothing. */
export interface Tally {
  calls: number;
  proved: number;
  changes: number;
  tools: number;
}

/** Lanes overlap the waiting of one with the work of another; each has a database of its own. */
const lanes = 2;
/** A call that takes longer hangs; it is judged like one that failed. */
const longestCallMs = 30_000;

const { HOSTILE_CALLS: asked = '2000', HOSTILE_SEED: seed, HOSTILE_PATH: path } = process.env;

/** Random calls, each from the same store, with all that must hold after each; a failure tells the seed to repeat it. */
export async function hostileCalls(
  share: number,
  scenariosOf: (tools: OfferedTool[], orders: TrueOrder[]) => fc.Arbitrary<Scenario>,
): Promise<Tally> {
  initializeLogger({ pretty: false, level: 'silent' });
  const tally: Tally = { calls: 0, proved: 0, changes: 0, tools: 0 };
  const stores = await Promise.all(Array.from({ length: lanes }, () => MarkedStore.open()));
  const begun = seed === undefined ? Date.now() % 2 ** 31 : Number(seed);
  const run = async (store: MarkedStore, lane: number) => {
    const orders = await readTrueOrders(store.database);
    const property = fc.asyncProperty(scenariosOf(offeredTools(), orders), async ({ replies, turns }) => {
      const call = await playCall({ store, orders, model: modelOf(replies), turns });
      const { proved, changes } = await holdInvariants({ ...call, agrees: (text) => agreeing.includes(text) });
      tally.calls += 1;
      tally.proved += proved;
      tally.changes += changes;
      tally.tools += call.tools.length;
    });
    const repeated = path === undefined ? {} : { path };
    const numRuns = Math.ceil((Number(asked) * share) / lanes);
    await fc.assert(property, { numRuns, timeout: longestCallMs, seed: begun + lane, ...repeated });
  };
  try {
    // A failure to repeat was in one lane.
    await Promise.all((path === undefined ? stores : stores.slice(0, 1)).map(run));
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
  return tally;
}

function offeredTools(): OfferedTool[] {
  const { functionTools } = new llm.ToolContext(orderTools({} as never, {} as never));
  return Object.values(functionTools).map(({ name, parameters }) => ({ name, parameters: parameters as z.ZodType }));
}

/** Takes its replies one after the other, whatever it is asked; then it has no more to say. */
function modelOf(replies: readonly ModelReply[]): ScriptedModel {
  let next = 0;
  return new ScriptedModel((chatCtx) => {
    const { says, calls } = replies[next++] ?? { says: 'Anything else?', calls: [] };
    const rma = /RMA-?\w+/.exec(JSON.stringify(chatCtx.items))?.[0] ?? lastRma;
    return { says, calls: calls.map(({ name, args }) => ({ name, args: args.replaceAll(lastRma, rma) })) };
  });
}
