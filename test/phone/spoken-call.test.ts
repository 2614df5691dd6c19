import { afterAll, expect, inject, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { PhoneRecord } from '../support/phone-record.ts';
import { wordsIn } from '../support/phone-sound.ts';
import { g722, type LineCodec, pcmu } from '../support/rtp-line.ts';
import { SipCaller } from '../support/sip-caller.ts';

const { sipPort, databaseUrl } = inject('stack');
const database = connectDatabase(databaseUrl);
afterAll(() => database.destroy());

interface Spoken {
  caller: SipCaller;
  record: PhoneRecord;
}

/** Says it again to an agent that asks for that, as people do. */
async function sayUntil({ caller, record }: Spoken, line: string, expected: RegExp): Promise<void> {
  for (let tries = 1; tries <= 4; tries++) {
    await caller.speak(line);
    const said = await record.agentSaid(new RegExp(`${expected.source}|Could you say it again|I only got part`));
    if (expected.test(said)) return;
  }
  throw new Error(`Not understood: ${line}`);
}

async function ring(from: string, codec: LineCodec): Promise<Spoken> {
  const record = new PhoneRecord(database, from);
  const caller = await SipCaller.call({ sipPort, to: '+15550100', from, codec });
  await record.agentSaid('What can I do for you today?');
  return { caller, record };
}

test('understands what is said over G.722, tells the status, says goodbye and hangs up', async () => {
  const call = await ring('+12065550192', g722);
  const { caller, record } = call;
  const greeting = caller.line.heard;
  await sayUntil(call, 'where is my order', /Do you have your order number handy/);
  await sayUntil(call, 'oh are dee one two three four five', /You can also key in the phone number on the order/);
  // What was said and what is keyed prove the order together.
  await caller.key('5125550142#');
  await record.agentSaid('Your tracking number is 1Z999AA10123456784.');
  await sayUntil(call, 'no thanks', /Is there anything else/);
  await caller.speak('goodbye');
  await caller.hungUp();

  expect(await record.ended()).toMatchObject({ end_reason: 'goodbye' });
  const words = new Set((await wordsIn(greeting, caller.line)).split(' '));
  const expected = ['automated', 'thanks', 'calling', 'help', 'today', 'order', 'status', 'agent', 'key', 'numbers'];
  expect(expected.filter((word) => words.has(word)).length).toBeGreaterThan(6);
});

test('understands a matter and an order number in the narrow band of G.711', async () => {
  const call = await ring('+12065550193', pcmu);
  await sayUntil(call, 'where is my order', /Do you have your order number handy/);
  await sayUntil(call, 'oh are dee one two three four five', /You can also key in the phone number on the order/);
  await call.caller.hangUp();
  expect(await call.record.ended()).toMatchObject({ end_reason: 'customer_left' });
});
