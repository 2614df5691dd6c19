import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, test, vi } from 'vitest';
import { speakWithFlite } from '../../agent-worker/models/flite.ts';
import { connectDatabase } from '../../server/database/connection.ts';
import { LiveKitRooms } from '../../server/livekit/livekit-rooms.ts';
import { isAlive } from '../../stack/end-process.ts';
import { freePort } from '../../stack/free-port.ts';
import { runCommand } from '../../stack/run-command.ts';
import { encodeG722 } from '../support/g722.ts';
import { jobProcess } from '../support/job-process.ts';
import { PhoneRecord } from '../support/phone-record.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { udpPorts } from '../support/udp-ports.ts';

const {
  serverUrl,
  sipPort,
  databaseUrl,
  livekitUrl: url,
  livekitApiKey: apiKey,
  livekitApiSecret: apiSecret,
  pids,
} = inject('stack');
const database = connectDatabase(databaseUrl);
afterAll(() => database.destroy());

const goneWithinMs = 60_000;

test('of a caller whom sipp lets hang up in the middle, nothing is left: no call, room, job or port', async () => {
  const from = '+12065550196';
  const folder = await temporaryFolder();
  const sentence = encodeG722(await speakWithFlite('where is my order', 'rms'));
  await writeFile(join(folder, 'sentence.g722'), sentence);
  const before = udpPorts(pids.sip);

  const scenario = fileURLToPath(new URL('./hangs-up-early.xml', import.meta.url));
  const ports = ['-p', String(await freePort(undefined, 'udp'))];
  const calling = ['-s', '+15550100', '-key', 'caller', from, '-sf', scenario, '-m', '1', '-timeout', '40', '-nostdin'];
  const dialling = runCommand(
    'sipp',
    [`127.0.0.1:${sipPort}`, '-i', '127.0.0.1', '-mi', '127.0.0.1', ...ports, ...calling],
    {
      cwd: folder,
    },
  );
  const record = new PhoneRecord(database, from);
  // The job opens its command stream once it has joined.
  const { id } = await record.call(({ agent_stream }) => agent_stream !== null);
  const job = jobProcess(pids.worker, Number(new URL(serverUrl).port));
  await dialling;

  expect(await record.ended()).toMatchObject({ end_reason: 'customer_left', dialled_number: '+15550100' });
  const rooms = new LiveKitRooms({ url, internalUrl: url, apiKey, apiSecret });
  await vi.waitUntil(async () => (await rooms.look(id)) === undefined, { timeout: goneWithinMs });
  await vi.waitUntil(() => udpPorts(pids.sip).every((port) => before.includes(port)), { timeout: goneWithinMs });
  await vi.waitUntil(() => !isAlive(job), { timeout: goneWithinMs });
});
