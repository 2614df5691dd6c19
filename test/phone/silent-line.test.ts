import { afterAll, expect, inject, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { PhoneRecord } from '../support/phone-record.ts';
import { wordsIn } from '../support/phone-sound.ts';
import { g722 } from '../support/rtp-line.ts';
import { SipCaller } from '../support/sip-caller.ts';

const { sipPort, databaseUrl } = inject('stack');
const database = connectDatabase(databaseUrl);
afterAll(() => database.destroy());

test('a telephone that sends no sound is asked, asked again, and hung up on', async () => {
  const from = '+12065550195';
  const record = new PhoneRecord(database, from);
  const caller = await SipCaller.call({ sipPort, to: '+15550100', from, codec: g722 });
  await record.agentSaid('What can I do for you today?');
  const greetingEnds = caller.line.heard.length;
  await record.agentSaid('Are you still there?');
  await record.agentSaid("I can't hear you.");
  await caller.hungUp();
  expect(await record.ended()).toMatchObject({ end_reason: 'silence' });
  await record.agentSaid('Have a great day!');

  // "Are you still there?", "I can't hear you. If you're still there, please say something, or press a key.", goodbye.
  const words = new Set((await wordsIn(caller.line.heard.slice(greetingEnds), caller.line)).split(' '));
  const asked = ['still', 'there', 'hear', 'please', 'say', 'something', 'press', 'key'].filter((word) =>
    words.has(word),
  );
  expect(asked.length, [...words].join(' ')).toBeGreaterThan(3);
});
