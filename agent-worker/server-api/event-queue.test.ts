import type { CallEvent } from '@orderline/contract/call.ts';
import { expect, test, vi } from 'vitest';
import { EventQueue } from './event-queue.ts';
import { ServerError } from './server-error.ts';

const turn = (id: string): CallEvent => ({
  kind: 'turn',
  id,
  role: 'customer',
  text: 'hello',
  by: 'text',
  at: '2026-03-05T10:00:00Z',
});
const stored = { outcome: 'ok', value: undefined } as const;

function queueOver(send: (ids: string[]) => Promise<typeof stored>, onRefused = vi.fn()) {
  const pause = vi.fn(() => Promise.resolve());
  const queue = new EventQueue({ send: (events) => send(events.map(({ id }) => id)), onRefused, pause });
  return { queue, pause, onRefused };
}

test('keeps the order, and sends what came meanwhile as one batch', async () => {
  const batches: string[][] = [];
  const { queue } = queueOver((ids) => Promise.resolve(stored).finally(() => batches.push(ids)));
  queue.add(turn('a'));
  queue.add(turn('b'));
  queue.add(turn('c'));
  await queue.stored();
  expect(batches.flat()).toEqual(['a', 'b', 'c']);
});

test('sends the same events again after a fault, with a longer pause each time', async () => {
  const send = vi
    .fn<(ids: string[]) => Promise<typeof stored>>()
    .mockRejectedValueOnce(new ServerError('unavailable', 'recording a call'))
    .mockRejectedValueOnce(new ServerError('slow', 'recording a call'))
    .mockResolvedValue(stored);
  const { queue, pause } = queueOver(send);
  queue.add(turn('a'));
  await queue.stored();
  expect(send.mock.calls).toEqual([[['a']], [['a']], [['a']]]);
  expect(pause.mock.calls).toEqual([[200], [400]]);
});

test('sends nothing more once another job has the call', async () => {
  const send = vi
    .fn<(ids: string[]) => Promise<typeof stored>>()
    .mockRejectedValue(new ServerError('superseded', 'recording a call'));
  const { queue } = queueOver(send);
  queue.add(turn('a'));
  await queue.stored();
  queue.add(turn('b'));
  await queue.stored();
  expect(send).toHaveBeenCalledTimes(1);
});

test('drops a batch that the server refuses, and goes on with the next', async () => {
  const sent: string[] = [];
  const onRefused = vi.fn();
  const queue = new EventQueue({
    send: (events) => {
      sent.push(...events.map(({ id }) => id));
      return Promise.resolve(
        sent.length === 1
          ? {
              outcome: 'refused',
              problem: { type: 'about:blank', title: 'Malformed', status: 400, code: 'malformed' },
            }
          : stored,
      );
    },
    onRefused,
  });
  queue.add(turn('a'));
  await queue.stored();
  queue.add(turn('b'));
  await queue.stored();
  expect(sent).toEqual(['a', 'b']);
  expect(onRefused).toHaveBeenCalledWith('malformed');
});
