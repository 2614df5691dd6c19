import type { AcceptResponse, ProposalResponse } from '@orderline/contract/proposal.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { propose, readBackAndAnswer } from '../../test/support/answer-proposal.ts';
import type { OrderCall } from '../../test/support/order-call.ts';
import { patience } from '../../test/support/patience.ts';
import { deliveredFacts, number, openRemoteDesk, type RemoteDesk } from '../../test/support/remote-desk.ts';
import { noCounts } from '../../test/support/seed-order.ts';
import type { StoreServer } from '../../test/support/store-server.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { hastenJob } from '../../test/support/waiting-jobs.ts';
import { findCancelledUnits } from '../changes/cancelled-units-table.ts';
import { findClaims } from '../claims/claims-table.ts';
import { withOwnCounts } from '../orders/with-own-counts.ts';
import { findReturns } from '../returns/returns-table.ts';
import { orderOfStore } from './remote-order.ts';

let desk: RemoteDesk;
let staff: SignedInTestStaff;

beforeAll(async () => {
  desk = await openRemoteDesk({ timeoutMs: 100, restMs: 1 });
  staff = await signInTestStaff(desk.server);
});
afterAll(() => desk.stop());

type Moods = Extract<StoreServer['moods']['changes'], unknown[]>;

interface Step {
  readonly wish: object;
  /** How the store treats what it is sent from now on, one request after the other; then as it should. */
  readonly moods: Moods;
  /** Two callers ask for it, and both say yes at the same moment. */
  readonly isRaced: boolean;
  /** The job of the call sends its yes again. */
  readonly isRepeated: boolean;
  /** Between read-back and yes the order changes at the store. */
  readonly moves: boolean;
  /** What becomes of a return or an exchange that was made. */
  readonly then: 'nothing' | 'withdrawn' | 'received';
}

const line = fc.record({ line: fc.integer({ min: 1, max: 2 }), quantity: fc.integer({ min: 1, max: 2 }) });
const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 2, selector: (of) => of.line });
const asNew = { condition: 'as_new', reason: 'size' };
const beforeSending = fc.oneof(
  fc.constant({ kind: 'cancellation' }),
  lines.map((wanted) => ({ kind: 'cancellation', lines: wanted })),
  fc.constantFrom('78701', '78702').map((zip) => ({
    kind: 'address_change',
    address: { street: '1 Elm St', city: 'Austin', state: 'TX', zip, country: 'US' },
  })),
);
const onceDelivered = fc.oneof(
  lines.map((wanted) => ({ kind: 'return', lines: wanted, ...asNew })),
  lines.map((wanted) => ({
    kind: 'exchange',
    lines: wanted.map((of) => ({ ...of, variant: { size: of.line === 1 ? 'L' : 'M' } })),
    ...asNew,
  })),
  fc
    .record({ lines, wish: fc.constantFrom('replacement', 'refund') })
    .map((claimed) => ({ kind: 'claim', problem: 'damaged', ...claimed })),
);
const mood = fc.constantFrom(
  ...(['down', 'html', 'truncating', 'forgetting', 'silent'] as const).map((is) => ({ is })),
);
const stepOf = (wish: fc.Arbitrary<object>): fc.Arbitrary<Step> =>
  fc.record({
    wish,
    moods: fc.array(fc.option(mood, { nil: undefined }), { maxLength: 4 }),
    isRaced: fc.boolean(),
    isRepeated: fc.boolean(),
    moves: fc.nat(4).map((chance) => chance === 0),
    then: fc.constantFrom('nothing', 'withdrawn', 'received'),
  });
const plans = fc.oneof(
  fc.record({ facts: fc.constant({}), steps: fc.array(stepOf(beforeSending), { minLength: 1, maxLength: 4 }) }),
  fc.record({
    facts: fc.constant(deliveredFacts),
    steps: fc.array(stepOf(onceDelivered), { minLength: 1, maxLength: 4 }),
  }),
);

interface Heard {
  readonly id: string;
  readonly status: number;
  readonly outcome: string | undefined;
}

let revision = 1000;

/** Each caller proposes, then all confirm at once. Gives what they heard last. */
async function ask(callers: readonly OrderCall[], { wish, moods, isRepeated, moves }: Step): Promise<Heard[]> {
  const yes: (() => Promise<Heard>)[] = [];
  for (const call of callers) {
    const proposed = await propose(call, number, wish);
    expect([201, 422]).toContain(proposed.statusCode);
    if (proposed.statusCode !== 201) continue;
    const { proposal_id: id, say } = proposed.json<ProposalResponse>();
    const turn_id = await readBackAndAnswer(call, { proposal_id: id, say });
    yes.push(async () => {
      const accept = () => call.post(`/api/proposals/${id}/accept`, { turn_id, by: 'voice' });
      const answers = [await accept(), ...(isRepeated ? [await accept()] : [])];
      const last = answers.at(-1);
      return { id, status: last?.statusCode ?? 0, outcome: last?.json<Partial<AcceptResponse>>().outcome };
    });
  }
  desk.store.moods = { changes: [...moods] };
  if (moves) desk.tell({ revision: String((revision += 100)) });
  return Promise.all(yes.map((answer) => answer()));
}

/** What the queue does in time, the store being well again. */
async function settle(): Promise<void> {
  desk.store.moods = {};
  await vi.waitFor(async () => {
    await hastenJob(desk.database, 'finish-change');
    await hastenJob(desk.database, 'tell-store');
    for (const table of ['pending_changes', 'untold_changes'] as const) {
      expect(await desk.database.database.selectFrom(table).select('change_id').execute()).toEqual([]);
    }
  }, patience);
}

async function goOn(call: OrderCall, { then, moods }: Step): Promise<void> {
  desk.store.moods = { changes: [...moods] };
  if (then === 'nothing') return;
  for (const { rma, lines: ofReturn, state } of await findReturns(desk.database.database, number)) {
    if (state !== 'requested') continue;
    const came = ofReturn.map((of) => ({ line: of.line, quantity: 1, condition: 'good' }));
    const answer =
      then === 'withdrawn'
        ? await call.post(`/api/orders/${number}/returns/${rma}/cancel`, {})
        : await staff.post(`/api/desk/returns/${rma}/receive`, { lines: came });
    expect(answer.statusCode, answer.body).toBe(200);
  }
}

async function expectAgreement(heard: readonly Heard[]): Promise<void> {
  const { database } = desk.database;
  const proposals = await database.selectFrom('proposals').select(['id', 'kind', 'state', 'consequences']).execute();
  const carriedOut = desk.store.changes.map(({ change_id }) => change_id);
  expect(new Set(carriedOut).size).toBe(carriedOut.length);
  const told = await desk.told();
  const noticesOf = (id: string) => told.filter((key) => key.startsWith(id));
  for (const { id, state } of proposals) {
    expect(['open', 'void', 'moved', 'done']).toContain(state);
    expect(carriedOut.includes(id), `${state} at us`).toBe(state === 'done');
  }
  for (const { id, status, outcome } of heard) {
    const state = proposals.find((of) => of.id === id)?.state;
    expect([200, 409, 422]).toContain(status);
    if (outcome === 'done') expect(state).toBe('done');
    if (status !== 200) expect(state).not.toBe('done');
    // Who heard "yes", or "I'll send you a message", has one.
    else
      expect(noticesOf(id)).toEqual([
        expect.stringMatching(state === 'done' ? /(?<!change_failed)$/ : / change_failed$/),
      ]);
  }

  const order = desk.store.orders.get(number);
  if (order === undefined) throw new Error('The store has its order');
  const asked = orderOfStore(order, number);
  const ours = withOwnCounts(
    { ...asked, lines: asked.lines.map((of) => ({ ...of, counts: noCounts })) },
    {
      returns: await findReturns(database, number),
      claims: await findClaims(database, number),
      cancelled: await findCancelledUnits(database, number),
    },
  );
  const book = desk.store.bookOf(number);
  for (const { line: of, counts } of ours.lines) {
    const { cancelled, returnRequested, returned, refunded, claimed } = counts;
    expect(book.lines.get(of)).toMatchObject({ cancelled, returnRequested, returned, refunded, claimed });
  }
  const atOnce = proposals.filter(
    ({ kind, state }) => state === 'done' && (kind === 'cancellation' || kind === 'claim'),
  );
  const later = await database.selectFrom('return_refunds').select('amount_cents').execute();
  const cents = [...atOnce.map(({ consequences }) => consequences.refund), ...later];
  expect(book.refundedCents).toBe(cents.reduce((sum, refund) => sum + (refund?.amount_cents ?? 0), 0));
}

test('however the store fails, its books, our records and what the customer was told agree at the end', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async ({ facts, steps }) => {
      await desk.begin(facts);
      const callers = [await desk.call(), await desk.call()];
      const heard: Heard[] = [];
      for (const step of steps) {
        const asking = step.isRaced ? callers : callers.slice(0, 1);
        heard.push(...(await ask(asking, step)));
        await settle();
        for (const caller of asking.slice(0, 1)) await goOn(caller, step);
        await settle();
      }
      await expectAgreement(heard);
    }),
    { numRuns: 12 },
  );
});
