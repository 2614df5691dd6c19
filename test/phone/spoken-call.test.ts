import { afterAll, expect, inject, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { PhoneRecord } from '../support/phone-record.ts';
import { wordsIn } from '../support/phone-sound.ts';
import { g722 } from '../support/rtp-line.ts';
import { SipCaller } from '../support/sip-caller.ts';

const { sipPort, databaseUrl } = inject('stack');
const database = connectDatabase(databaseUrl);
afterAll(() => database.destroy());

test('understands what is said over G.722, tells the status, says goodbye and hangs up', async () => {
  const from = '+12065550192';
  const record = new PhoneRecord(database, from);
  const caller = await SipCaller.call({ sipPort, to: '+15550100', from, codec: g722 });
  /** Says it again to an agent that asks for that, as people do. */
  const sayUntil = async (line: string, expected: RegExp, triesLeft = 3): Promise<void> => {
    await caller.speak(line);
    const said = await record.agentSaid(new RegExp(`${expected.source}|Could you say it again|I only got part`));
    if (expected.test(said)) return;
    if (triesLeft === 0) throw new Error(`Not understood: ${line}`);
    await sayUntil(line, expected, triesLeft - 1);
  };
  await record.agentSaid('What can I do for you today?');
  const greeting = caller.line.heard;
  await sayUntil('where is my order', /Do you have your order number handy/);
  await sayUntil('oh are dee one two three four five', /You can also key in the phone number on the order/);
  // What was said and what is keyed prove the order together.
  await caller.key('5125550142#');
  await record.agentSaid('Your tracking number is 1Z999AA10123456784.');
  await sayUntil('no thanks', /Is there anything else/);
  await caller.speak('goodbye');
  await caller.hungUp();

  expect(await record.ended()).toMatchObject({ end_reason: 'goodbye' });
  const words = new Set((await wordsIn(greeting, caller.line)).split(' '));
  const expected = ['automated', 'thanks', 'calling', 'help', 'today', 'order', 'status', 'agent', 'key', 'numbers'];
  expect(expected.filter((word) => words.has(word)).length).toBeGreaterThan(6);
});
