import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { Outbox } from '../../test/support/outbox.ts';
import { patience } from '../../test/support/patience.ts';
import { ServerProcess } from '../../test/support/server-process.ts';
import { standInSmtp, type StandInSmtp } from '../../test/support/smtp-server.ts';
import { twilioServer, type TwilioServer } from '../../test/support/twilio-server.ts';
import { giveUpOnDeadServers } from '../../test/support/waiting-jobs.ts';
import { EnvironmentReader } from '../environment-reader.ts';
import { deliverMessageJob } from './deliver-message-job.ts';
import { messagingConfigOf } from './messaging-config.ts';

let fresh: FreshDatabase;
let twilio: TwilioServer;
let smtp: StandInSmtp;
let settings: NodeJS.ProcessEnv;
let outbox: Outbox;
let victim: ServerProcess;

beforeEach(async () => {
  [fresh, twilio, smtp] = await Promise.all([freshDatabase(), twilioServer(), standInSmtp()]);
  settings = {
    TWILIO_API_URL: twilio.url,
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_FROM: twilio.from,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'orders@juniper.example',
  };
  outbox = new Outbox(fresh, messagingConfigOf(new EnvironmentReader(settings)));
  victim = new ServerProcess(fresh.url, settings);
});
afterEach(async () => {
  await victim.kill();
  await outbox.close();
  await Promise.all([twilio.close(), smtp.close()]);
  await fresh.drop();
});

/** Kills the server once the provider has the message, and has another server take over. */
async function killAfter(taken: readonly unknown[]): Promise<void> {
  await vi.waitFor(() => expect(taken, victim.output).toHaveLength(1), patience);
  await victim.kill();
  expect(await giveUpOnDeadServers(fresh, deliverMessageJob)).toBe(1);
  outbox.start();
  await outbox.hasten();
}

test('a text that a server had sent when it was killed is not sent again', async () => {
  twilio.moods.push({ kind: 'take_silently' });
  await outbox.queue({ channel: 'sms', recipient: '+15125550142' });
  await killAfter(twilio.taken);
  expect(await outbox.untilState('sent')).toMatchObject({ provider_id: twilio.taken[0]?.sid });
  expect(twilio.asked()).toBe(1);
});

test('an e-mail that a server was sending when it was killed is not sent again, and shown as unknown', async () => {
  smtp.moods.push({ kind: 'take_and_hang' });
  await outbox.queue({ channel: 'email', recipient: 'grace@example.com', subject: 'Your return' });
  await killAfter(smtp.taken);
  await outbox.untilState('unknown');
  expect(smtp.taken).toHaveLength(1);
});
