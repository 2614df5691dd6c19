import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, test, vi } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { patience } from '../support/patience.ts';
import { PhoneRecord } from '../support/phone-record.ts';
import { loudShare, wordsIn } from '../support/phone-sound.ts';
import { SipCaller } from '../support/sip-caller.ts';

const { sipPort, databaseUrl, logFolder } = inject('stack');
const database = connectDatabase(databaseUrl);
afterAll(() => database.destroy());

/** Of its greeting, before a key stops it. */
const greetingMs = 9_000;

test('answers over G.711, greets, takes what is keyed, and tells the status', async () => {
  const from = '+12065550191';
  const record = new PhoneRecord(database, from);
  const caller = await SipCaller.call({ sipPort, to: '+15550100', from });
  expect(caller.answeredAfterMs).toBeLessThan(4_000);
  await vi.waitUntil(() => loudShare(caller.line, 500) > 0.3, patience);
  const greetingSamples = greetingMs * (caller.line.codec.sampleRateHz / 1_000);
  const beginsAt = caller.line.heard.length;
  await vi.waitUntil(() => caller.line.heard.length > beginsAt + greetingSamples, patience);
  const greeting = caller.line.heard;

  await caller.key('1');
  await record.agentSaid('Do you have your order number handy?');
  // Starts over, then is complete at the pound key.
  await caller.key('99*12345#');
  await record.agentSaid('You can also key in the phone number');
  await caller.key('5125550142');
  await record.agentSaid('Your tracking number is 1Z999AA10123456784.');
  await caller.hangUp();

  expect(await record.ended()).toMatchObject({
    channel: 'phone',
    end_reason: 'customer_left',
    caller_number: from,
    dialled_number: '+15550100',
  });
  const keyed = (await record.turns()).filter(({ role }) => role === 'customer');
  expect(keyed.map(({ by, text }) => `${by}: ${text}`)).toEqual([
    'keys: order status',
    'keys: 12345',
    'keys: 5125550142',
  ]);
  // The voice is hard to understand in a telephone's band; G.722 is put to the harder test.
  const words = new Set((await wordsIn(greeting, caller.line)).split(' '));
  const expected = ['thanks', 'calling', 'can', 'help', 'with', 'your', 'order', 'today'];
  expect(expected.filter((word) => words.has(word)).length).toBeGreaterThan(2);
});

test('writes no caller’s number into a log', () => {
  const logs = readdirSync(logFolder).map((name) => readFileSync(join(logFolder, name), 'utf8'));
  expect(logs.join('\n').replaceAll(/[^\d\n]/g, '')).not.toContain('2065550191');
});
