import { afterAll, expect, inject, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { PhoneRecord } from '../support/phone-record.ts';
import { wordsIn } from '../support/phone-sound.ts';
import { g722, type LineCodec, pcmu } from '../support/rtp-line.ts';
import { sayUntil } from '../support/say-until.ts';
import { SipCaller } from '../support/sip-caller.ts';

const { sipPort, databaseUrl } = inject('stack');
const database = connectDatabase(databaseUrl);
afterAll(() => database.destroy());

async function ring(from: string, codec: LineCodec) {
  const record = new PhoneRecord(database, from);
  const caller = await SipCaller.call({ sipPort, to: '+15550100', from, codec });
  await record.agentSaid('What can I do for you today?');
  const say = (line: string, expected: RegExp) =>
    sayUntil({ speak: (words) => caller.speak(words), agentSays: (words) => record.agentSaid(words) }, line, expected);
  return { caller, record, say };
}

test('understands what is said over G.722, tells the status, says goodbye and hangs up', async () => {
  const { caller, record, say } = await ring('+12065550192', g722);
  const greeting = caller.line.heard;
  await say('where is my order', /Do you have your order number handy/);
  await say('oh are dee one two three four five', /You can also key in the phone number on the order/);
  // What was said and what is keyed prove the order together.
  await caller.key('5125550142#');
  await record.agentSaid('Your tracking number is 1Z999AA10123456784.');
  await say('no thanks', /Is there anything else/);
  await caller.speak('goodbye');
  await caller.hungUp();

  expect(await record.ended()).toMatchObject({ end_reason: 'goodbye' });
  const words = new Set((await wordsIn(greeting, caller.line)).split(' '));
  const expected = ['automated', 'thanks', 'calling', 'help', 'today', 'order', 'status', 'agent', 'key', 'numbers'];
  expect(expected.filter((word) => words.has(word)).length).toBeGreaterThan(6);
});

test('understands a matter and an order number in the narrow band of G.711', async () => {
  const { caller, record, say } = await ring('+12065550193', pcmu);
  await say('where is my order', /Do you have your order number handy/);
  await say('oh are dee one two three four five', /You can also key in the phone number on the order/);
  await caller.hangUp();
  expect(await record.ended()).toMatchObject({ end_reason: 'customer_left' });
});
