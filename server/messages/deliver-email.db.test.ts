import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { googleServer } from '../../test/support/google-server.ts';
import { emptyOutbox, Outbox } from '../../test/support/outbox.ts';
import { standInSmtp, type StandInSmtp } from '../../test/support/smtp-server.ts';
import { EnvironmentReader } from '../environment-reader.ts';
import type { DeliveryHooks } from './delivery-hooks.ts';
import { messagingConfigOf } from './messaging-config.ts';

let fresh: FreshDatabase;
let smtp: StandInSmtp;
let outbox: Outbox;

beforeAll(async () => {
  fresh = await freshDatabase();
});
beforeEach(async () => {
  smtp = await standInSmtp();
  await emptyOutbox(fresh);
});
afterEach(async () => {
  await outbox.close();
  await smtp.close();
});
afterAll(() => fresh.drop());

const mailbox = { channel: 'email', recipient: 'Grace_Kim@example.com', subject: 'Your return' } as const;
const from = 'Juniper Row <orders@juniper.example>';

function open(hooks: DeliveryHooks = {}, environment: NodeJS.ProcessEnv = {}): Outbox {
  const { email } = messagingConfigOf(new EnvironmentReader({ SMTP_URL: smtp.url, MAIL_FROM: from, ...environment }));
  outbox = new Outbox(fresh, { email, timeoutMs: 1000 }, hooks);
  return outbox.start();
}

test('an e-mail leaves with both its parts, what is attached and a Message-ID of its own', async () => {
  const makeLabel = vi.fn(() =>
    Promise.resolve({ filename: 'label.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 label') }),
  );
  await open({ attachments: { return_label: makeLabel } }).queue({
    ...mailbox,
    text: 'Here is your label.',
    html: '<p>Here is your <b>label</b>.</p>',
    attachments: [{ kind: 'return_label', rma: 'RMA-7' }],
  });
  const { id, provider_id: messageId } = await outbox.untilState('sent');
  expect(messageId).toBe(`<${id}@juniper.example>`);
  expect(smtp.taken).toMatchObject([{ from: 'orders@juniper.example', to: ['grace_kim@example.com'] }]);
  const source = smtp.taken[0]?.source ?? '';
  for (const part of [
    `From: ${from}`,
    'Subject: Your return',
    `Message-ID: ${messageId ?? ''}`,
    'Auto-Submitted: auto-generated',
    'Here is your label.',
    '<b>label</b>',
    'filename=label.pdf',
    Buffer.from('%PDF-1.7 label').toString('base64'),
  ]) {
    expect(source).toContain(part);
  }
  expect(makeLabel).toHaveBeenCalledWith(outbox.context, { kind: 'return_label', rma: 'RMA-7' });
});

test('nothing that a customer is called becomes a header', async () => {
  await open().queue({ ...mailbox, subject: 'Hello\r\nBcc: eve@example.com' });
  await outbox.untilState('sent');
  expect(smtp.taken[0]?.to).toEqual(['grace_kim@example.com']);
  expect(smtp.taken[0]?.source).not.toMatch(/^Bcc:/im);
});

test('without its label, which has expired, the words still go', async () => {
  await open({ attachments: { return_label: () => Promise.resolve(undefined) } }).queue({
    ...mailbox,
    attachments: [{ kind: 'return_label', rma: 'RMA-7' }],
  });
  await outbox.untilState('sent');
  expect(smtp.taken[0]?.source).not.toContain('multipart/mixed');
});

test('while an attachment cannot be made, nothing is sent', async () => {
  const failure = vi.fn().mockRejectedValueOnce(new Error('not now')).mockResolvedValue(undefined);
  await open({ attachments: { return_label: failure } }).queue({
    ...mailbox,
    attachments: [{ kind: 'return_label', rma: 'RMA-7' }],
  });
  await outbox.hasten();
  expect(await outbox.untilState('sent')).toMatchObject({ attempts: 1 });
  expect(smtp.taken).toHaveLength(1);
});

test.each([
  { kind: 'refuse', at: 'recipient', code: 451, reply: '4.7.1 Greylisted, come back later' },
  { kind: 'refuse', at: 'content', code: 452, reply: '4.3.1 Disk full' },
  { kind: 'hang_up' },
] as const)('what the server did not take is tried again ($kind $at $code)', async (mood) => {
  smtp.moods.push(mood);
  await open().queue(mailbox);
  await outbox.hasten();
  expect(await outbox.untilState('sent')).toMatchObject({ attempts: 2 });
  expect(smtp.taken).toHaveLength(1);
});

test('while the mail server is down, an e-mail waits', async () => {
  await smtp.close();
  await open().queue(mailbox);
  await outbox.hasten();
  expect(await outbox.untilState('queued')).toMatchObject({ last_error: 'ECONNREFUSED at connect' });
});

test('what may have been taken is not sent again, and says so', async () => {
  smtp.moods.push({ kind: 'take_silently' });
  await open().queue(mailbox);
  expect(await outbox.untilState('unknown')).toMatchObject({ attempts: 1 });
  expect(smtp.taken).toHaveLength(1);
});

test('a mailbox that does not exist is told of, and not written to again', async () => {
  const onBounce = vi.fn<NonNullable<DeliveryHooks['onBounce']>>(() => Promise.resolve());
  smtp.moods.push({ kind: 'refuse', at: 'recipient', code: 550, reply: '5.1.1 No such user grace_kim@example.com' });
  await open({ onBounce }).queue(mailbox);
  expect(await outbox.untilState('bounced')).toMatchObject({ last_error: 'SMTP 550 5.1.1 at recipient' });
  expect(onBounce.mock.calls).toMatchObject([[outbox.context, {}, { state: 'bounced', subject: 'Your return' }]]);
  expect(await outbox.queue(mailbox)).toBe('suppressed');
});

test('a refusal that is about us says nothing against the mailbox', async () => {
  smtp.moods.push({ kind: 'refuse', at: 'content', code: 554, reply: '5.7.1 Looks like spam' });
  await open().queue(mailbox);
  await outbox.untilState('failed');
  expect(await outbox.queue(mailbox)).toBe('queued');
});

test('a server that wants a password gets it', async () => {
  await smtp.close();
  smtp = await standInSmtp({ lets: ({ username, secret }) => username === 'us@er' && secret === 'p w' });
  const url = new URL(smtp.url);
  await open({}, { SMTP_URL: `smtp://us%40er:p%20w@${url.host}` }).queue(mailbox);
  await outbox.untilState('sent');
});

test('Gmail is sent by with the token that the refresh token brings', async () => {
  const google = await googleServer();
  await smtp.close();
  smtp = await standInSmtp({ lets: ({ secret }) => google.accessTokens.includes(secret ?? '') });
  const environment = {
    SMTP_URL: smtp.url,
    MAIL_FROM: '',
    GMAIL_USER: 'orders@gmail.example',
    GMAIL_CLIENT_ID: google.clientId,
    GMAIL_CLIENT_SECRET: google.clientSecret,
    GMAIL_REFRESH_TOKEN: google.refreshToken,
    GMAIL_TOKEN_URL: google.tokenUrl,
  };
  await open({}, environment).queue(mailbox);
  await outbox.untilState('sent');
  expect(smtp.logins).toEqual([`orders@gmail.example:${google.accessTokens[0] ?? ''}`]);
  await google.close();
});

test('a wrong password keeps the e-mail for later', async () => {
  await smtp.close();
  smtp = await standInSmtp({ lets: () => false });
  await open({}, { SMTP_URL: smtp.url.replace('://', '://user:wrong@') }).queue(mailbox);
  await outbox.hasten();
  expect(await outbox.untilState('queued')).toMatchObject({ last_error: 'SMTP 535 5.7.8 at login' });
});
