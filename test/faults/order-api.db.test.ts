import { initializeLogger } from '@livekit/agents';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ClerkLlm } from '../../agent-worker/clerk/clerk-llm.ts';
import type { CallState } from '../../agent-worker/call/call-state.ts';
import { type CallMade, runCall } from '../eval/run-scenario.ts';
import { cancelledOnce, changesLeft } from '../support/changes-left.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { type FaultyProxy, faultyProxy, type WireFault } from '../support/faulty-proxy.ts';
import { freshOrders } from '../support/late-return.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

const order = 'ORD-10003';
const everyFault = ['lost answer', 'server error', 'cut json', 'other json', 'html'] as const;
const spoiled = /relation|Error|stack|Gateway|undefined|NaN|[{}<>]/;

let database: FreshDatabase;
let server: TestServer;
let proxy: FaultyProxy;
beforeAll(async () => {
  initializeLogger({ pretty: false, level: 'silent' });
  database = await freshDatabase();
  server = await testServer(database);
  proxy = await faultyProxy(await server.app.listen({ host: '127.0.0.1', port: 0 }));
});
beforeEach(async () => {
  await database.database.deleteFrom('calls').execute();
  await freshOrders(database, new Date());
  proxy.faults.length = 0;
  proxy.asked.length = 0;
});
afterAll(async () => {
  await proxy.close();
  await server.app.close();
  await database.drop();
});

/** A call over the proxy; `answers` to the agent's words, and the faults that each brings with it. */
function call(answers: readonly (readonly [asked: RegExp, answer: string, begin?: () => void])[]): Promise<CallMade> {
  const script = [...answers];
  return runCall({
    server,
    serverUrl: proxy.url,
    chat: ({ profile }: CallState) => new ClerkLlm({ profile }),
    caller: (said) => {
      const at = script.findIndex(([asked]) => asked.test(said));
      const [next] = at < 0 ? [] : script.splice(at, 1);
      next?.[2]?.();
      return Promise.resolve(next?.[1]);
    },
  });
}

const spoil = (path: RegExp, ...faults: WireFault[]) => proxy.faults.push(...faults.map((fault) => ({ path, fault })));
const cancelWith = (faultsAtYes: () => void) =>
  call([
    [/What can I do for you/, `Please cancel order ${order}, I changed my mind. My email is customer@email.com`],
    [/May I text you/, 'no'],
    [/you'd like to cancel/, 'yes please', faultsAtYes],
    [/anything else/, "no, that's all, goodbye"],
  ]);
const saidIn = ({ lines }: CallMade) => lines.flatMap(({ who, text }) => (who === 'agent' ? [text] : [])).join(' ');
const timesIn = (text: string, words: RegExp) => [...text.matchAll(new RegExp(words, 'g'))].length;
const accepts = () => proxy.asked.filter((request) => request.endsWith('/accept')).length;

describe.each(everyFault)('an order API with the fault "%s"', (fault) => {
  test('at the yes is asked again under the same key: done once, told once', async () => {
    const made = await cancelWith(() => spoil(/\/accept$/, fault, fault));
    expect(accepts()).toBe(3);
    expect(timesIn(saidIn(made), /is cancelled/)).toBe(1);
    expect(saidIn(made)).not.toMatch(spoiled);
    expect(await changesLeft(database.database, order)).toEqual(cancelledOnce);
  });

  test('before it is told honestly, never read aloud, and works when the caller tries again', async () => {
    const made = await call([
      [
        /What can I do for you/,
        `Where is my order ${order}? My email is customer@email.com`,
        () => spoil(/\/lookup$/, fault, fault),
      ],
      [/try that again|try again/, 'yes, try again'],
      [/currently being prepared/, 'no thanks, bye'],
    ]);
    expect(saidIn(made)).toMatch(/having some trouble on my end.+currently being prepared/);
    expect(saidIn(made)).not.toMatch(spoiled);
    expect(made.hasEnded).toBe(true);
  });
});

test('a yes that reaches a server which is back later than the request to do it counts, once', async () => {
  const made = await cancelWith(() => spoil(/\/events$/, ...Array.from({ length: 5 }, () => 'server error' as const)));
  expect(accepts()).toBeGreaterThan(1);
  expect(saidIn(made)).toMatch(/is cancelled|can't see right now whether that went through/);
  expect(await changesLeft(database.database, order)).toEqual(cancelledOnce);
});

test('an order API that hangs at the yes: the caller is told that a message comes, and it is done once', async () => {
  const made = await cancelWith(() => spoil(/\/accept$/, 'stalls'));
  expect(saidIn(made)).toMatch(
    /One moment, please\..+I can't see right now whether that went through\. You'll get a message/,
  );
  expect(await changesLeft(database.database, order)).toEqual(cancelledOnce);
});

test('an order API that never answers the yes: the caller is not told that it was done', async () => {
  const made = await cancelWith(() => spoil(/\/accept$/, ...Array.from({ length: 20 }, () => 'server error' as const)));
  expect(saidIn(made)).toMatch(/I'm still working on it.+I can't see right now whether that went through/);
  expect(saidIn(made)).not.toMatch(/is cancelled/);
  // What is sent says that nothing was changed.
  expect(await changesLeft(database.database, order)).toEqual({ stored: [], history: [], sent: ['call_summary'] });
});
