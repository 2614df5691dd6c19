import { beforeEach, expect, test } from 'vitest';
import { ManualClock, settled } from '../testing/manual-clock.ts';
import { ScriptedRooms } from '../testing/scripted-room.ts';
import { Outbox, sendWithinMs } from './outbox.ts';
import type { ScriptedRoom } from '../testing/scripted-room.ts';
import type { MediaRoomListener } from './media-room.ts';

const nobody: MediaRoomListener = {
  onAgent: () => undefined,
  onSegment: () => undefined,
  onReconnecting: () => undefined,
  onReconnected: () => undefined,
  onLeft: () => undefined,
  onSoundBlocked: () => undefined,
};
let clock: ManualClock;
let outbox: Outbox;
let room: ScriptedRoom;
let settledLetters: string[];

beforeEach(() => {
  clock = new ManualClock();
  settledLetters = [];
  outbox = new Outbox(clock, (id, outcome) => settledLetters.push(`${id} ${outcome}`));
  const rooms = new ScriptedRooms();
  rooms.create(nobody);
  room = rooms.last;
});

test('what is typed before the agent is there waits, and then goes in order', async () => {
  outbox.put({ id: '1', text: 'one' });
  outbox.put({ id: '2', text: 'two' });
  expect(room.sent).toEqual([]);
  expect(outbox.waiting).toEqual(['one', 'two']);
  outbox.open(room);
  await settled();
  expect(room.sent).toEqual(['one', 'two']);
  expect(outbox.waiting).toEqual([]);
  expect(settledLetters).toEqual(['1 sent', '2 sent']);
});

test('a message that the room refuses has failed', async () => {
  room.sending = Promise.reject(new Error('closed'));
  outbox.open(room);
  outbox.put({ id: '1', text: 'one' });
  await settled();
  expect(settledLetters).toEqual(['1 failed']);
});

test('a message that does not leave in time has failed', async () => {
  room.sending = new Promise(() => undefined);
  outbox.open(room);
  outbox.put({ id: '1', text: 'one' });
  await clock.advance(sendWithinMs - 1);
  expect(settledLetters).toEqual([]);
  await clock.advance(1);
  expect(settledLetters).toEqual(['1 failed']);
});

test('what still waits at the end of the call has failed', () => {
  outbox.put({ id: '1', text: 'one' });
  outbox.close();
  expect(settledLetters).toEqual(['1 failed']);
});
