import { randomUUID } from 'node:crypto';
import { expect, inject, test, vi } from 'vitest';
import { patience } from '../support/patience.ts';
import { RoomCaller } from '../support/room-caller.ts';

const { serverUrl } = inject('stack');

test('tells a caller who types the status of ORD-12345, and hangs up after the goodbye', async () => {
  const caller = await RoomCaller.call(serverUrl);
  const { transcript } = caller;
  await transcript.agentSays('What can I do for you today?');

  await caller.type('Where is my order?');
  await transcript.agentSays('Do you have your order number handy?');
  await caller.type('ORD-12345');
  await transcript.agentSays('what email address did you use for that order?');
  await caller.type('customer@email.com');
  const status = await transcript.agentSays('Would you like me to text you the tracking link?');

  expect(status).toMatch(/Good news — your order shipped on \w+day, \w+ \d+ via UPS\./);
  expect(status).toContain('Your tracking number is 1Z999AA10123456784.');
  expect(status).toMatch(/It's estimated to arrive by \w+day, \w+ \d+\./);

  await caller.type('No thanks');
  await transcript.agentSays('Is there anything else I can help you with today?');
  await caller.type("No, that's all. Bye!");
  await transcript.agentSays('Have a great day!');
  await caller.hungUp();
});

test('a yes to the text is the consent that its sending needs', async () => {
  const caller = await RoomCaller.call(serverUrl);
  await caller.transcript.agentSays('Thanks for calling');
  await caller.type("Hi, where's my order ORD-12345? My email is customer@email.com");
  await caller.transcript.agentSays('Would you like me to text you the tracking link?');
  await caller.type('Yes please');
  await caller.transcript.agentSays("texting isn't switched on");
  await caller.hangUp();
});

test('takes the number and the e-mail in one sentence, before being asked', async () => {
  const caller = await RoomCaller.call(serverUrl);
  await caller.transcript.agentSays('Thanks for calling');
  await caller.type("Hi, where's my order ORD-12345? My email is customer@email.com");
  await caller.transcript.agentSays('1Z999AA10123456784');
  await caller.hangUp();
});

test('answers a shipping question from the store documents, without asking who is calling', async () => {
  const caller = await RoomCaller.call(serverUrl);
  await caller.transcript.agentSays('Thanks for calling');
  await caller.type('How long does express shipping take?');
  await caller.transcript.agentSays(/2.3 business days/);
  await caller.hangUp();
});

test('what a page sends again, because it was told nothing, is confirmed, and taken once', async () => {
  const caller = await RoomCaller.call(serverUrl);
  await caller.transcript.agentSays('Thanks for calling');
  const line = "Where's my order ORD-12345? My email is customer@email.com";
  const id = `page_${randomUUID()}`;
  await caller.type(line, { id });
  await vi.waitFor(() => expect(caller.transcript.myLines).toEqual([line]), patience);
  await caller.type(line, { id });
  await caller.transcript.agentSays('Would you like me to text you the tracking link?');
  await caller.type('No thanks');
  await caller.transcript.agentSays('Is there anything else I can help you with today?');
  expect(caller.transcript.agentLines.join(' ').match(/Good news/g)).toHaveLength(1);
  await caller.hangUp();
});
