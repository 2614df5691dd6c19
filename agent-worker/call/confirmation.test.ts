import type { Turn } from '@orderline/contract/conversation.ts';
import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { patience } from '../../test/support/patience.ts';
import { stagedProfile } from '../../test/support/staged-call.ts';
import type { OrderDesk } from '../server-api/order-desk.ts';
import { ServerError } from '../server-api/server-error.ts';
import { Confirmation } from './confirmation.ts';

const { phrases } = stagedProfile;
const id = '0b7f5f0e-58a2-4b53-9f0e-3f1a52a8a111';
const proposal: ProposalResponse = {
  proposal_id: id,
  kind: 'cancellation',
  order_number: 'ORD-12345',
  consequences: { lines: [], fee_cents: 0, stock: [], sends: [{ what: 'confirmation', by: 'sms' }] },
  say: "Just to confirm, you'd like to cancel order ORD-12345?",
  expires_at: '2026-03-05T18:00:00Z',
  texting: 'allowed',
};
const label: ProposalResponse = {
  ...proposal,
  kind: 'return',
  say: "I'll send you a prepaid return label by text and email. Sound good?",
  consequences: { ...proposal.consequences, sends: [{ what: 'return_label', by: 'sms' }] },
  texting: 'ask',
};

const accept = vi.fn<OrderDesk['accept']>();
const decline = vi.fn<OrderDesk['decline']>();
const answerTexting = vi.fn<OrderDesk['answerTexting']>();
const stored = vi.fn<() => Promise<void>>();
let confirmation: Confirmation;
beforeEach(() => {
  vi.resetAllMocks();
  stored.mockResolvedValue();
  accept.mockResolvedValue({ outcome: 'ok', value: { outcome: 'done', say: 'Order ORD-12345 is cancelled.' } });
  decline.mockResolvedValue({ outcome: 'ok', value: undefined });
  answerTexting.mockResolvedValue({ outcome: 'ok', value: { texting: 'allowed', say: 'Thanks.' } });
  const pause = () => Promise.resolve();
  confirmation = new Confirmation({ desk: { accept, decline, answerTexting }, events: { stored }, phrases, pause });
});

let turns = 0;
const say = (text: string, by: Turn['by'] = 'voice') => confirmation.hear({ id: `turn-${++turns}`, text, by });
/** The agent says what is due, to its end or not. */
function speak({ wasInterrupted = false } = {}) {
  const { words } = confirmation;
  confirmation.onSpoken(words?.mark ?? {}, { wasInterrupted });
  return words?.text;
}

test('reads a proposal back, and a yes to it is accepted with the turn that said it', async () => {
  confirmation.propose(proposal);
  expect(await speak()).toBe(proposal.say);
  expect(confirmation.words).toBeUndefined();
  expect(say('yes please')).toBe(true);
  expect(await speak()).toBe('Order ORD-12345 is cancelled.');
  expect(accept).toHaveBeenCalledExactlyOnceWith(id, { turn_id: `turn-${turns}`, by: 'voice' });
  expect(confirmation.words).toBeUndefined();
  expect(say('yes please')).toBe(false);
});

test('a no declines, and nothing is accepted', async () => {
  confirmation.propose(proposal);
  await speak();
  say('no, the other one');
  expect(await speak()).toBe(phrases.change_declined);
  expect(decline).toHaveBeenCalledExactlyOnceWith(id);
  expect(accept).not.toHaveBeenCalled();
});

test('an unclear answer is asked again once, a second one declines', async () => {
  confirmation.propose(proposal);
  await speak();
  say('I guess');
  expect(await speak()).toBe(`${phrases.did_not_catch} ${proposal.say}`);
  say('what is the weather like');
  expect(await speak()).toBe(phrases.change_declined);
  expect(accept).not.toHaveBeenCalled();
});

test.each(['yes', 'go ahead', 'hold on'])('"%s" to half a read-back counts for nothing', async (words) => {
  confirmation.propose(proposal);
  await speak({ wasInterrupted: true });
  expect(say(words)).toBe(true);
  expect(await speak()).toContain(proposal.say);
  expect(accept).not.toHaveBeenCalled();
});

test('whatever the agent says in between makes it read anew', async () => {
  confirmation.propose(proposal);
  await speak();
  confirmation.onSpoken({}, { wasInterrupted: false });
  say('yes');
  expect(await speak()).toContain(proposal.say);
  say('yes');
  await speak();
  expect(accept).toHaveBeenCalledOnce();
});

test.each([
  ['yes', proposal.say],
  ['hello?', proposal.say],
  ['no', phrases.change_declined],
])('"%s" after the agent has asked whether anybody is there accepts nothing', async (words, next) => {
  confirmation.propose(proposal);
  await speak();
  confirmation.onSpoken({}, { wasInterrupted: false });
  say(words);
  expect(await speak()).toBe(next);
  expect(accept).not.toHaveBeenCalled();
});

test('a yes to something else is no yes to this', async () => {
  confirmation.propose(proposal);
  await speak();
  say('yes, return it');
  await speak();
  expect(accept).not.toHaveBeenCalled();
});

test('nothing is accepted before it was read, and a later proposal takes its place', async () => {
  confirmation.propose(proposal);
  say('yes');
  const other = { ...proposal, proposal_id: '1b7f5f0e-58a2-4b53-9f0e-3f1a52a8a222' };
  confirmation.propose(other);
  expect(await speak()).toBe(other.say);
  say('yes');
  await speak();
  expect(accept.mock.calls.map(([of]) => of)).toEqual([other.proposal_id]);
});

test('what came of it is told once, also when its first telling was thrown away', async () => {
  confirmation.propose(proposal);
  await speak();
  say('yes');
  expect(await confirmation.words?.text).toBe('Order ORD-12345 is cancelled.');
  expect(await speak()).toBe('Order ORD-12345 is cancelled.');
  expect(confirmation.words).toBeUndefined();
});

test('the key 1 is a yes, 2 a no, and other keys neither', async () => {
  confirmation.propose(proposal);
  await speak();
  say('5', 'keys');
  await speak();
  say('1', 'keys');
  await speak();
  expect(accept).toHaveBeenCalledExactlyOnceWith(id, { turn_id: `turn-${turns}`, by: 'keys' });
});

test('whether a number may be texted is asked before the change', async () => {
  confirmation.propose({ ...proposal, texting: 'ask' });
  expect(await speak()).toBe(phrases.may_we_text);
  say('no thanks');
  await vi.waitFor(() => expect(answerTexting).toHaveBeenCalledOnce(), patience);
  expect(answerTexting.mock.calls[0]?.[1]).toMatchObject({ answer: 'no' });
  expect(await speak()).toBe(proposal.say);
});

test('the yes to a label by text also agrees to the text', async () => {
  confirmation.propose(label);
  expect(await speak()).toBe(label.say);
  say('sounds good');
  await speak();
  const consent = { answer: 'yes', turn_id: `turn-${turns}` };
  expect(answerTexting).toHaveBeenCalledExactlyOnceWith({ orderNumber: 'ORD-12345' }, consent);
  expect(accept).toHaveBeenCalledAfter(answerTexting);
});

test("passes on the server's words when the order has moved", async () => {
  const problem = {
    type: 'about:blank',
    title: 'Moved',
    status: 409,
    code: 'order_moved',
    say: 'It has changed.',
  } as const;
  accept.mockResolvedValue({ outcome: 'refused', problem });
  confirmation.propose(proposal);
  await speak();
  say('yes');
  expect(await speak()).toBe('It has changed.');
});

test('a server that comes back is asked again, under the same turn', async () => {
  accept.mockRejectedValueOnce(new ServerError('unreachable', 'a confirmation'));
  confirmation.propose(proposal);
  await speak();
  say('yes');
  expect(await speak()).toBe('Order ORD-12345 is cancelled.');
});

test('a server that comes back before the yes has reached it is asked again', async () => {
  const problem = { type: 'about:blank', title: 'Not confirmed', status: 409, code: 'not_confirmed' } as const;
  stored.mockReturnValue(new Promise(() => undefined));
  accept.mockResolvedValueOnce({ outcome: 'refused', problem });
  confirmation.propose(proposal);
  await speak();
  say('yes');
  expect(await speak()).toBe('Order ORD-12345 is cancelled.');
  expect(accept).toHaveBeenCalledTimes(2);
});

test('a yes that does not count though it has reached the server changes nothing', async () => {
  const problem = { type: 'about:blank', title: 'Not confirmed', status: 409, code: 'not_confirmed' } as const;
  accept.mockResolvedValue({ outcome: 'refused', problem });
  confirmation.propose(proposal);
  await speak();
  say('yes');
  expect(await speak()).toBe(phrases.trouble);
  expect(accept).toHaveBeenCalledOnce();
});

test('a server that stays away leaves it open whether it went through, and says so', async () => {
  accept.mockRejectedValue(new ServerError('slow', 'a confirmation'));
  confirmation.propose(proposal);
  await speak();
  say('yes');
  expect(await speak()).toBe(phrases.change_unknown);
});

test('a job that takes over answers again what was answered, and reads anew what was not', async () => {
  const at = '2026-03-05T17:00:00Z';
  const readBack: Turn = { kind: 'turn', id: 'r', role: 'agent', text: proposal.say, by: 'voice', at, reads_back: id };
  const yes: Turn = { kind: 'turn', id: 'y', role: 'customer', text: 'yes', by: 'voice', at };
  confirmation.resume([readBack, yes], undefined);
  expect(await speak()).toBe('Order ORD-12345 is cancelled.');
  expect(accept).toHaveBeenCalledExactlyOnceWith(id, { turn_id: 'y', by: 'voice' });

  confirmation.resume([readBack], proposal);
  expect(await speak()).toBe(proposal.say);
});

test('a job that takes over from two that died answers what both have left, and no yes to an aside', async () => {
  const at = '2026-03-05T17:00:00Z';
  const readBack: Turn = { kind: 'turn', id: 'r', role: 'agent', text: proposal.say, by: 'voice', at, reads_back: id };
  const yes: Turn = { kind: 'turn', id: 'y', role: 'customer', text: 'yes', by: 'voice', at };
  const back: Turn = { kind: 'turn', id: 'b', role: 'agent', text: "I'm back.", by: 'voice', at, aside: 'back_again' };
  confirmation.resume([readBack, back, yes], proposal);
  expect(await speak()).toBe(proposal.say);
  expect(accept).not.toHaveBeenCalled();

  confirmation.resume([readBack, yes, back], undefined);
  expect(await speak()).toBe('Order ORD-12345 is cancelled.');
  expect(accept).toHaveBeenCalledExactlyOnceWith(id, { turn_id: 'y', by: 'voice' });
});
