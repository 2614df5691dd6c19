import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirm, propose, readBackAndAnswer } from '../../test/support/answer-proposal.ts';
import type { OrderCall } from '../../test/support/order-call.ts';
import { patience } from '../../test/support/patience.ts';
import { deliveredFacts, number, openRemoteDesk, type RemoteDesk } from '../../test/support/remote-desk.ts';
import type { StoreServer } from '../../test/support/store-server.ts';

let desk: RemoteDesk;

beforeAll(async () => {
  // It rests hardly at all, so that no test waits for what another one did.
  desk = await openRemoteDesk({ timeoutMs: 150, restMs: 1 });
});
afterAll(() => desk.stop());
beforeEach(() => desk.begin());

type Mood = StoreServer['moods']['lookup'];
const faults: [string, Mood][] = [
  ['does not answer in time', { is: 'silent' }],
  ['answers 500', { is: 'failing', status: 500 }],
  ['answers 429', { is: 'failing', status: 429 }],
  ['answers with a page', { is: 'html' }],
  ['cuts its answer', { is: 'truncating' }],
  ['breaks off', { is: 'down' }],
  ['refuses our key', { is: 'refusing_key' }],
  ['leads elsewhere', { is: 'redirecting' }],
];

const asNew = { condition: 'as_new', reason: 'size' };
const cancellation = { kind: 'cancellation' };
const proposalOf = async (call: OrderCall, request: object = cancellation) =>
  (await propose(call, number, request)).json<ProposalResponse>();
const stateOf = async (id: string) =>
  (await desk.database.database.selectFrom('proposals').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;
const finished = (id: string, state: string) =>
  desk.eventually('finish-change', async () => expect(await stateOf(id)).toBe(state));

describe.each(faults)('a store that %s', (_how, mood) => {
  test('is never told as an error of ours: 503, when to ask again, and what to say meanwhile', async () => {
    desk.tell(deliveredFacts);
    const call = await desk.call();
    const proposal = await proposalOf(call, { kind: 'return', lines: [{ line: 1, quantity: 1 }], ...asNew });
    desk.store.moods = { lookup: mood, variants: mood };
    const asked = [
      call.lookUp({ order_number: number, verification: { email: 'customer@email.com' } }),
      call.get(`/api/orders/${number}`),
      call.get(`/api/orders/${number}/tracking`),
      call.get(`/api/orders/${number}/returnable`),
      call.get(`/api/orders/${number}/returns`),
      call.get(`/api/orders/${number}/lines/1/exchange-options`),
      call.get(`/api/orders/${number}/shipping-address`),
      propose(call, number, cancellation),
      confirm(call, proposal),
      call.post(`/api/orders/${number}/investigations`, {}),
      call.post(`/api/orders/${number}/messages`, { kind: 'receipt', channel: 'email' }),
      call.post(`/api/orders/${number}/escalations`, { matter: 'other', request: 'Something else' }),
    ];
    for (const answer of await Promise.all(asked)) {
      expect(answer.json(), answer.body).toMatchObject({
        status: 503,
        code: 'unavailable',
        say: expect.stringMatching(/[a-z]+\./) as string,
      });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    desk.store.moods = {};
    expect((await confirm(call, proposal)).json()).toMatchObject({ outcome: 'done' });
  });

  test('when a change is sent to it keeps the caller waiting for no more than an honest word, and does it once', async () => {
    const call = await desk.call();
    const proposed = await proposalOf(call);
    desk.store.moods = { changes: mood };
    expect((await confirm(call, proposed)).json()).toMatchObject({
      outcome: 'pending',
      say: expect.stringContaining("I'll send you a message as soon as it's done") as string,
    });
    expect(await desk.told()).toEqual([]);
    desk.store.moods = {};
    await finished(proposed.proposal_id, 'done');
    expect(desk.store.changes).toHaveLength(1);
    expect(await desk.told()).toEqual([`${proposed.proposal_id} cancellation_confirmed`]);
  });
});

test('an answer that is lost after the store carried the change out is asked for again, and it is done once', async () => {
  const call = await desk.call();
  const proposed = await proposalOf(call);
  desk.store.moods = { changes: [{ is: 'forgetting' }] };
  expect((await confirm(call, proposed)).json()).toMatchObject({ outcome: 'done' });
  expect(desk.store.asked).toEqual([proposed.proposal_id, proposed.proposal_id]);
  expect(desk.store.bookOf(number).refundedCents).toBe(10_497);
});

test('a change is judged before the store is slow, and its caller hears how it stands within the time for it', async () => {
  desk.tell(deliveredFacts);
  const call = await desk.call();
  const exchange = { kind: 'exchange', lines: [{ line: 1, quantity: 1, variant: { size: 'L' } }], ...asNew };
  const proposed = await proposalOf(call, exchange);
  const slow = [{ is: 'silent' } as const, undefined];
  desk.store.moods = { lookup: [...slow], variants: [...slow], changes: { is: 'silent' } };
  const startedAt = performance.now();
  expect((await confirm(call, proposed)).json()).toMatchObject({ outcome: 'pending' });
  expect(performance.now() - startedAt).toBeLessThan(4000);
  desk.store.moods = {};
  await finished(proposed.proposal_id, 'done');
});

test('a store that fails again and again is left alone for a while, and is told of what was agreed after it', async () => {
  const rested = await openRemoteDesk({ timeoutMs: 150, restMs: 400 });
  try {
    await rested.begin();
    const call = await rested.call();
    const proposed = await proposalOf(call);
    const turn_id = await readBackAndAnswer(call, proposed);
    const accept = () => call.post(`/api/proposals/${proposed.proposal_id}/accept`, { turn_id, by: 'voice' });
    rested.store.moods = { changes: { is: 'failing', status: 500 } };
    for (let time = 0; time < 5; time += 1) expect((await accept()).json()).toMatchObject({ outcome: 'pending' });
    const asked = rested.store.asked.length;
    rested.store.moods = {};
    // Each of its addresses rests for itself.
    expect((await call.get(`/api/orders/${number}`)).statusCode).toBe(200);
    expect((await accept()).json()).toMatchObject({ outcome: 'pending' });
    expect(rested.store.asked).toHaveLength(asked);
    await expect.poll(async () => (await accept()).json<object>(), patience).toMatchObject({ outcome: 'done' });
    expect(rested.store.changes).toHaveLength(1);
  } finally {
    await rested.stop();
  }
});

test('a server that ends between the yes and the store’s answer leaves the change to the next one', async () => {
  const call = await desk.call();
  const proposed = await proposalOf(call);
  desk.store.moods = { changes: { is: 'forgetting' } };
  expect((await confirm(call, proposed)).json()).toMatchObject({ outcome: 'pending' });
  await desk.restart();
  desk.store.moods = {};
  await finished(proposed.proposal_id, 'done');
  expect(desk.store.changes).toHaveLength(1);
  expect(await desk.told()).toEqual([`${proposed.proposal_id} cancellation_confirmed`]);
});
