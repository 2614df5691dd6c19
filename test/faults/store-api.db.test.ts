import { initializeLogger } from '@livekit/agents';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CallState } from '../../agent-worker/call/call-state.ts';
import { ClerkLlm } from '../../agent-worker/clerk/clerk-llm.ts';
import { type CallMade, runCall } from '../eval/run-scenario.ts';
import { number as order, openRemoteDesk, type RemoteDesk } from '../support/remote-desk.ts';

const spoiled = /Sorry<|<html|outcome|undefined|NaN|[{}<>]/;

let desk: RemoteDesk;
let serverUrl: string;
beforeAll(async () => {
  initializeLogger({ pretty: false, level: 'silent' });
  desk = await openRemoteDesk({ restMs: 100 });
  serverUrl = await desk.server.app.listen({ host: '127.0.0.1', port: 0 });
});
beforeEach(() => desk.begin());
afterAll(() => desk.stop());

type Moods = RemoteDesk['store']['moods'];

/** A call with the built-in clerk; `answers` to the agent's words, and how the store is from then on. */
function call(answers: readonly (readonly [asked: RegExp, answer: string, moods?: Moods])[]): Promise<CallMade> {
  const script = [...answers];
  return runCall({
    server: desk.server,
    serverUrl,
    chat: ({ profile }: CallState) => new ClerkLlm({ profile }),
    caller: (said) => {
      const at = script.findIndex(([asked]) => asked.test(said));
      const [next] = at < 0 ? [] : script.splice(at, 1);
      if (next?.[2] !== undefined) desk.store.moods = next[2];
      return Promise.resolve(next?.[1]);
    },
  });
}

const cancelWith = (changes: Moods['changes']) =>
  call([
    [/What can I do for you/, `Please cancel order ${order}, I changed my mind. My email is customer@email.com`],
    [/you'd like to cancel/, 'yes please', { changes }],
  ]);
const saidIn = ({ lines }: CallMade) => lines.flatMap(({ who, text }) => (who === 'agent' ? [text] : [])).join(' ');
const afterYes = ({ lines }: CallMade) => lines.at(-1);
/** Promised are eight seconds (ROBUSTNESS, fault 7); the rest is for a busy machine. */
const longestWaitMs = ({ lines }: CallMade) => Math.max(...lines.map(({ tookMs = 0 }) => tookMs));
const isDone = new RegExp(`Order ${order} is cancelled`, 'g');

/** Done at the store, kept by us and told to the customer: once each. */
async function expectDoneOnce(): Promise<void> {
  expect(desk.store.changes.map(({ kind }) => kind)).toEqual(['cancellation']);
  const proposals = await desk.database.database.selectFrom('proposals').select(['id', 'state']).execute();
  expect(proposals.map(({ state }) => state)).toEqual(['done']);
  // Who hangs up before it is done is told after the call that it is on its way.
  const told = (await desk.told()).filter((key) => !key.endsWith('call_summary 0'));
  expect(told).toEqual([`${proposals[0]?.id ?? ''} cancellation_confirmed`]);
  // Whatever was asked was asked under the change's own key.
  expect([...new Set(desk.store.asked)]).toEqual(proposals.map(({ id }) => id));
}

test('a store whose answer is lost after it has done a change is asked again, and the caller hears that it is done', async () => {
  const made = await cancelWith([{ is: 'forgetting' }]);
  expect(saidIn(made).match(isDone)).toHaveLength(1);
  expect(desk.store.asked).toHaveLength(2);
  await expectDoneOnce();
});

describe.each([
  ['answers 500', { is: 'failing', status: 500 }],
  ['cuts its JSON', { is: 'truncating' }],
  ['answers HTML', { is: 'html' }],
  ['goes on losing its answers', { is: 'forgetting' }],
  ['does not answer at all', { is: 'silent' }],
] as const)('a store that %s', (_how, mood) => {
  test('at the yes: a message is promised within eight seconds, and tells that it was done, once', async () => {
    const made = await cancelWith(mood);
    expect(afterYes(made)?.text).toContain("I'll send you a message as soon as it's done");
    expect(longestWaitMs(made)).toBeLessThan(9_500);
    expect(saidIn(made)).not.toMatch(isDone);
    expect(saidIn(made)).not.toMatch(spoiled);
    desk.store.moods = {};
    await desk.eventually('finish-change', expectDoneOnce);
  });

  test('when the order is looked up: the caller hears so in plain words, and is served when it is back', async () => {
    desk.store.moods = { lookup: mood };
    const made = await call([
      [/What can I do for you/, `Where is my order ${order}? My email is customer@email.com`],
      [/I can't reach our order system right now|some trouble on my end/, 'yes, try again', {}],
    ]);
    expect(saidIn(made)).toMatch(/(I can't reach our order system|some trouble on my end).+being prepared/);
    expect(longestWaitMs(made)).toBeLessThan(9_500);
    expect(saidIn(made)).not.toMatch(spoiled);
  });
});
