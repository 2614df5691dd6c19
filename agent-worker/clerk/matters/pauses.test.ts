import { beforeEach, expect, test } from 'vitest';
import { StagedCall, stagedProfile, stagedStore } from '../../../test/support/staged-call.ts';

const { phrases } = stagedProfile;
let call: StagedCall;

beforeEach(() => {
  call = new StagedCall(stagedStore());
});

const isAnybodyThere = () => call.agentSays('Are you still there?', { aside: 'still_there' });

test.each(['yes', "Yes, I'm here", 'hello?', "sorry, I'm still here"])(
  'hears no answer to its own question in "%s" of a caller who was asked whether they are there',
  async (words) => {
    await call.customerSays('where is my order ORD-12345');
    const readBack = await call.customerSays('customer at email dot com', 'voice');
    expect(readBack).toMatch(/customer@email\.com.*Is that right\?$/);
    isAnybodyThere();
    expect(await call.customerSays(words)).toBe(readBack);
    expect(call.calls).toEqual([]);
    await call.customerSays('yes');
    expect(call.calls).toEqual(['order_lookup ORD-12345 customer@email.com']);
  },
);

test('goes on with what a caller says who was asked whether they are there', async () => {
  await call.customerSays('where is my order');
  isAnybodyThere();
  expect(await call.customerSays("yes, it's ORD-12345")).toContain('email');
});

test('takes up the opening with a caller who had said nothing yet', async () => {
  isAnybodyThere();
  expect(await call.customerSays('yes')).toBe('What can I do for you today?');
});

test('says again what was said before an aside, not the aside', async () => {
  await call.customerSays('where is my order');
  call.agentSays(phrases.did_not_catch, { aside: 'not_heard' });
  expect(await call.customerSays('what did you say?')).toBe(phrases.ask_order_number);
});

test('a yes to a caller who was not heard answers the question that is open', async () => {
  await call.customerSays('where is my order ORD-12345');
  await call.customerSays('customer at email dot com', 'voice');
  call.agentSays(phrases.did_not_catch, { aside: 'not_heard' });
  await call.customerSays('yes');
  expect(call.calls).toEqual(['order_lookup ORD-12345 customer@email.com']);
});
