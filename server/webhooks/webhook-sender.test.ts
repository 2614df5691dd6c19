import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebhookReceiver } from '../../test/support/webhook-receiver.ts';
import type { ResolvedAddress } from './checked-addresses.ts';
import { WebhookSender } from './webhook-sender.ts';

const at = new Date('2026-03-05T17:00:00.900Z');
const message = { id: 'b6b3c2f0-0000-8000-8000-000000000001', body: '{"type":"return.requested"}' };
const never = new AbortController().signal;

let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await WebhookReceiver.start();
});
afterEach(() => receiver.stop());

/** A sender that takes its addresses from these answers, one a time it asks. */
function senderWithAddresses(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const resolve = (host: string): Promise<ResolvedAddress[]> => {
    const addresses = answers[asked.length] ?? [];
    asked.push(host);
    return Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  };
  return { sender: new WebhookSender({ clock: () => at, resolve }), asked };
}

test('signs what it sends, and says when', async () => {
  const { sender } = senderWithAddresses();
  expect(await sender.send(receiver.endpoint(), message, never)).toEqual({ outcome: 'delivered' });
  const [webhook] = await receiver.waitFor(1);
  expect(webhook).toMatchObject({
    id: message.id,
    body: message.body,
    headers: { 'content-type': 'application/json', 'webhook-timestamp': '1772730000' },
  });
  expect(receiver.received.every((one) => receiver.isSigned(one))).toBe(true);
});

test('connects to the very address that it checked: a name that leads elsewhere the next time is no way in', async () => {
  const { sender, asked } = senderWithAddresses(['127.0.0.1'], ['10.0.0.1']);
  expect(await sender.send(receiver.endpoint('hooks.example'), message, never)).toEqual({ outcome: 'delivered' });
  expect(asked).toEqual(['hooks.example']);
  expect(receiver.received[0]?.headers.host).toBe(`hooks.example:${receiver.port}`);
});

const notPublic = { outcome: 'failed', failure: 'its address is not a public one', retryAfterSeconds: undefined };

test.each([
  [['127.0.0.1']],
  [['::1']],
  [['::ffff:127.0.0.1']],
  [['10.1.2.3']],
  [['169.254.169.254']],
  [['fd00:ec2::254']],
  [['93.184.215.14', '127.0.0.1']],
  [[]],
])('sends nothing to a name that leads to %j', async (addresses) => {
  const { sender } = senderWithAddresses(addresses);
  for (const protocol of ['http', 'https']) {
    const url = `${protocol}://hooks.example:${receiver.port}/`;
    const endpoint = { ...receiver.endpoint(), url, mayBeLoopback: false };
    expect(await sender.send(endpoint, message, never)).toEqual(notPublic);
  }
  expect(receiver.received).toEqual([]);
});

test.each(['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '[::1]', '[::ffff:7f00:1]', '0.0.0.0', '0'])(
  'sends nothing to %s, however it is written',
  async (host) => {
    const { sender, asked } = senderWithAddresses();
    const endpoint = { ...receiver.endpoint(host), mayBeLoopback: false };
    expect(await sender.send(endpoint, message, never)).toEqual(notPublic);
    expect(asked).toEqual([]);
    expect(receiver.received).toEqual([]);
  },
);

test('allowed to tell this machine, it tells no other one without TLS', async () => {
  const { sender } = senderWithAddresses(['93.184.215.14'], ['10.0.0.1']);
  expect(await sender.send(receiver.endpoint('public.example'), message, never)).toEqual(notPublic);
  expect(await sender.send(receiver.endpoint('private.example'), message, never)).toEqual(notPublic);
});

test('follows no redirect', async () => {
  const elsewhere = await WebhookReceiver.start();
  receiver.answer = { status: 307, headers: { location: elsewhere.endpoint().url } };
  const { sender } = senderWithAddresses();
  expect(await sender.send(receiver.endpoint(), message, never)).toMatchObject({
    outcome: 'failed',
    failure: 'answered 307, and redirects are not followed',
  });
  expect(elsewhere.received).toEqual([]);
  await elsewhere.stop();
});

test('tells apart an endpoint that is gone, one that is busy, and one that fails', async () => {
  const { sender } = senderWithAddresses();
  const answered = async (status: number, headers = {}) => {
    receiver.answer = { status, headers };
    return sender.send(receiver.endpoint(), message, never);
  };
  expect(await answered(410)).toEqual({ outcome: 'gone' });
  expect(await answered(429, { 'retry-after': '30' })).toMatchObject({ outcome: 'failed', retryAfterSeconds: 30 });
  expect(await answered(503, { 'retry-after': '999999' })).toMatchObject({ retryAfterSeconds: 3600 });
  expect(await answered(500, { 'retry-after': '30' })).toEqual({
    outcome: 'failed',
    failure: 'answered 500',
    retryAfterSeconds: undefined,
  });
});

test('does not wait for an endpoint longer than it may', async () => {
  receiver.answer = 'never';
  const { sender } = senderWithAddresses();
  const stop = new AbortController();
  const sending = sender.send(receiver.endpoint(), message, stop.signal);
  await receiver.waitFor(1);
  stop.abort();
  expect(await sending).toMatchObject({ outcome: 'failed', failure: 'no answer in time' });
});

test('does not wait for a name that is never resolved', async () => {
  const stop = new AbortController();
  const sender = new WebhookSender({ clock: () => at, resolve: () => new Promise(() => undefined) });
  const sending = sender.send(receiver.endpoint('slow.example'), message, stop.signal);
  stop.abort();
  expect(await sending).toMatchObject({ outcome: 'failed', failure: 'no answer in time' });
});

test('a failure names neither address nor content', async () => {
  const { sender } = senderWithAddresses(['127.0.0.1']);
  const endpoint = receiver.endpoint('secret-name.example');
  await receiver.stop();
  expect(await sender.send(endpoint, message, never)).toEqual({
    outcome: 'failed',
    failure: 'not reached (ECONNREFUSED)',
    retryAfterSeconds: undefined,
  });
  receiver = await WebhookReceiver.start();
});
