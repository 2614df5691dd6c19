import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { freePort } from '../../stack/free-port.ts';
import { runCommand } from '../../stack/run-command.ts';
import { PhoneRecord } from '../support/phone-record.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { sipPort, databaseUrl } = inject('stack');
const database = connectDatabase(databaseUrl);
afterAll(() => database.destroy());

/** sipp appends the number of the call, from 1. */
const callerNumber = '+1206555018';
const calls = 4;

test('four telephones at once that only key hear the status, and nothing is asked of their voice', async () => {
  const scenario = fileURLToPath(new URL('./keys-order.xml', import.meta.url));
  const ports = ['-p', String(await freePort(undefined, 'udp')), '-mp', String(await freePort(undefined, 'udp'))];
  const fourAtOnce = ['-m', String(calls), '-l', String(calls), '-r', '2'];
  const calling = ['-s', '+15550100', '-key', 'caller', callerNumber, '-sf', scenario, '-timeout', '110', '-nostdin'];
  await runCommand(
    'sipp',
    [`127.0.0.1:${sipPort}`, '-i', '127.0.0.1', '-mi', '127.0.0.1', ...ports, ...fourAtOnce, ...calling],
    { cwd: await temporaryFolder() },
  );
  for (let call = 1; call <= calls; call++) {
    const record = new PhoneRecord(database, `${callerNumber}${call}`);
    expect(await record.ended()).toMatchObject({ end_reason: 'customer_left' });
    const turns = await record.turns();
    const keyed = turns.filter(({ role }) => role === 'customer').map(({ by, text }) => `${by}: ${text}`);
    expect(keyed).toEqual(['keys: order status', 'keys: 12345', 'keys: 5125550142']);
    const said = turns.flatMap(({ role, text }) => (role === 'agent' ? [text] : [])).join(' ');
    expect(said).toMatch(/your order shipped on .+ via UPS\. Your tracking number is 1Z999AA10123456784\./);
  }
});
