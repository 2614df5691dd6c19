import { afterAll, expect, inject, test, vi } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { patience } from '../support/patience.ts';
import { PhoneRecord } from '../support/phone-record.ts';
import { loudShare } from '../support/phone-sound.ts';
import { SipCaller } from '../support/sip-caller.ts';

const { sipPort, databaseUrl } = inject('stack');
const database = connectDatabase(databaseUrl);
afterAll(() => database.destroy());

const toneHz = 440;
const sampleRateHz = 8_000;
const tone = (ms: number) =>
  Int16Array.from({ length: (sampleRateHz * ms) / 1_000 }, (_, at) =>
    Math.round(8_000 * Math.sin((2 * Math.PI * toneHz * at) / sampleRateHz)),
  );

test('two who call at once have rooms of their own, and neither hears the other', async () => {
  const numbers = ['+12065550193', '+12065550194'] as const;
  const callers = await Promise.all(numbers.map((from) => SipCaller.call({ sipPort, to: '+15550100', from })));
  const records = numbers.map((number) => new PhoneRecord(database, number));
  const [one, other] = await Promise.all(records.map((record) => record.call()));
  expect(one?.id).not.toBe(other?.id);

  await Promise.all(callers.map(({ line }) => vi.waitUntil(() => loudShare(line, 500) > 0.3, patience)));
  // A key stops what is being said, and what was asked is waited for.
  await Promise.all(callers.map((caller) => caller.key('1')));
  await Promise.all(records.map((record) => record.agentSaid('order number handy?')));
  const [speaking, listening] = callers;
  await vi.waitUntil(() => loudShare(listening?.line ?? fail(), 400) === 0, patience);
  await speaking?.line.say(tone(2_000), sampleRateHz);
  expect(loudShare(listening?.line ?? fail(), 1_500)).toBe(0);
  await Promise.all(callers.map((caller) => caller.hangUp()));
  await Promise.all(records.map((record) => record.ended()));
});

function fail(): never {
  throw new Error('There are two callers');
}
