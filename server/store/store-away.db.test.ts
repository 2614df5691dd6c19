import type { EscalationView, EscalationList } from '@orderline/contract/desk-escalation.ts';
import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { change, confirm, propose } from '../../test/support/answer-proposal.ts';
import type { OrderCall } from '../../test/support/order-call.ts';
import { patience } from '../../test/support/patience.ts';
import { deliveredFacts, number, openRemoteDesk, type RemoteDesk } from '../../test/support/remote-desk.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { hastenJob, onItsLastTry, wakeJob } from '../../test/support/waiting-jobs.ts';
import { deadJobs } from '../database/dead-jobs.ts';

let desk: RemoteDesk;
let staff: SignedInTestStaff;

beforeAll(async () => {
  desk = await openRemoteDesk({ timeoutMs: 150, restMs: 1 });
  staff = await signInTestStaff(desk.server);
});
afterAll(() => desk.stop());
beforeEach(() => desk.begin());

const cancellation = { kind: 'cancellation' };
const oneTee = { kind: 'return', lines: [{ line: 1, quantity: 1 }], condition: 'as_new', reason: 'size' };
const tickets = async () => (await staff.get('/api/desk/escalations?state=pending')).json<EscalationList>().escalations;
const decide = (ticket: EscalationView | undefined, decision: 'approve' | 'refuse') =>
  staff.post(`/api/desk/escalations/${ticket?.escalation_id ?? ''}/decide`, { decision, reason: 'As it was' });
const letters = async () =>
  (
    await desk.database.database.selectFrom('messages').select('text').where('kind', '=', 'staff_escalation').execute()
  ).map(({ text }) => text);

/** The store does what it is asked for, and its answer never comes. */
async function neverAnswered(): Promise<{ call: OrderCall; id: string }> {
  const call = await desk.call();
  const proposed = (await propose(call, number, cancellation)).json<ProposalResponse>();
  desk.store.moods = { changes: { is: 'forgetting' } };
  expect((await confirm(call, proposed)).json()).toMatchObject({ outcome: 'pending' });
  return { call, id: proposed.proposal_id };
}

/** As it is after two hours. */
const givenUp = (job: string) =>
  vi.waitFor(async () => {
    await onItsLastTry(desk.database, job);
    await hastenJob(desk.database, job);
    await wakeJob(desk.database, `${job}-dead`);
    expect(await tickets()).toHaveLength(1);
  }, patience);

// Its silence is waited out, several times over.
describe('a store that stays away', () => {
  test('keeps further changes of that order back while it is asked: the caller hears why', async () => {
    await neverAnswered();
    expect((await propose(await desk.call(), number, cancellation)).json()).toMatchObject({
      status: 422,
      reason: 'change_pending',
      say: expect.stringContaining('Our system is still working on the change you asked for') as string,
    });
  });

  test('has its change given to people at the end, who are told that it may have been done', async () => {
    const { call, id } = await neverAnswered();
    await givenUp('finish-change');
    expect((await deadJobs(desk.database.database, { since: new Date(0) })).map(({ name }) => name)).toContain(
      'finish-change',
    );
    const [ticket] = await tickets();
    expect(await letters()).toEqual([
      expect.stringMatching(/your order system did not make it.*may have been carried out/s),
    ]);
    expect(ticket).toMatchObject({
      matter: 'store_change',
      request: expect.stringMatching(/may have been carried out.*Cancel 2 x Classic Tee/s) as string,
    });
    expect((await propose(call, number, cancellation)).json()).toMatchObject({
      reason: 'change_pending',
      say: expect.stringContaining('Our team still has a change of that order to make') as string,
    });

    await decide(ticket, 'approve');
    expect(await desk.told()).toEqual([`${id} cancellation_confirmed`]);
    expect(desk.store.changes).toHaveLength(1);
  });

  test('and what people say was not done may be asked for again', async () => {
    const call = await desk.call();
    desk.store.moods = { changes: { is: 'down' } };
    expect((await change(call, number, cancellation)).json()).toMatchObject({ outcome: 'pending' });
    await givenUp('finish-change');
    desk.store.moods = {};
    const [ticket] = await tickets();
    await decide(ticket, 'refuse');
    expect(await desk.told()).toEqual([`${ticket?.escalation_id ?? ''} decision`]);
    expect((await change(call, number, cancellation)).json()).toMatchObject({ outcome: 'done' });
  });

  test('is caught up with by people when a return came meanwhile', async () => {
    desk.tell(deliveredFacts);
    const returned = await change(await desk.call(), number, oneTee);
    const { rma } = returned.json<{ rma: string }>();
    desk.store.moods = { changes: { is: 'silent' } };
    const lines = [{ line: 1, quantity: 1, condition: 'good' }];
    expect((await staff.post(`/api/desk/returns/${rma}/receive`, { lines })).statusCode).toBe(200);
    await givenUp('tell-store');
    expect(await tickets()).toMatchObject([
      {
        matter: 'store_change',
        request: expect.stringMatching(/may have been carried out.*Refund \$27\.26/s) as string,
      },
    ]);
  });
});
