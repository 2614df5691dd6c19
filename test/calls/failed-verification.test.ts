import { expect, inject, test } from 'vitest';
import { RoomCaller } from '../support/room-caller.ts';

const { serverUrl } = inject('stack');

test('refuses after two wrong e-mails, in the words of the specification, and says nothing of the order', async () => {
  const caller = await RoomCaller.call(serverUrl);
  const { transcript } = caller;
  await transcript.agentSays('Thanks for calling');
  await caller.type('Where is my order ORD-12345?');
  await transcript.agentSays('what email address did you use for that order?');

  await caller.type('somebody@else.com');
  await transcript.agentSays(
    "I wasn't able to pull up an order with that combination. Could you double-check the order number and email?",
  );
  await caller.type('another@else.com');
  await transcript.agentSays(
    "For your security, I'm not able to look up that order right now. I'd recommend checking your confirmation email or logging into your account at",
  );

  await caller.type('It is customer@email.com, order ORD-12345');
  await transcript.agentSays(/\S/);
  const said = transcript.agentLines.join(' ');
  for (const secret of ['1Z999', 'UPS', 'Austin', '78701', 'Classic Tee', 'Visa', '109.97', 'shipped on'])
    expect(said).not.toContain(secret);
  await caller.hangUp();
});
