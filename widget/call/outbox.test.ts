import { beforeEach, expect, test } from 'vitest';
import { ManualClock, settled } from '../testing/manual-clock.ts';
import { ScriptedRoom } from '../testing/scripted-room.ts';
import type { MediaRoomListener } from './media-room.ts';
import { confirmedWithinMs, mostTries, Outbox } from './outbox.ts';

let clock: ManualClock;
let outbox: Outbox;
let settledLetters: string[];

beforeEach(() => {
  clock = new ManualClock();
  settledLetters = [];
  outbox = new Outbox(clock, (id, outcome) => settledLetters.push(`${id} ${outcome}`));
});

/** A room whose agent confirms what it gets. */
function newRoom({ losesTexts }: { losesTexts: boolean }): ScriptedRoom {
  const listener: MediaRoomListener = {
    onAgent: () => undefined,
    onSegment: ({ id }) => outbox.confirm(id),
    onReconnecting: () => undefined,
    onReconnected: () => undefined,
    onLeft: () => undefined,
    onSoundBlocked: () => undefined,
  };
  return Object.assign(new ScriptedRoom(listener), { losesTexts });
}

test('what is typed before the agent is there waits, and then goes in order', async () => {
  const room = newRoom({ losesTexts: false });
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

test('what the agent does not confirm is sent again, until it does', async () => {
  const room = newRoom({ losesTexts: true });
  outbox.open(room);
  outbox.put({ id: '1', text: 'one' });
  await clock.advance(confirmedWithinMs - 1);
  expect(room.sent).toEqual(['one']);
  expect(outbox.waiting).toEqual(['one']);
  room.losesTexts = false;
  await clock.advance(1);
  expect(room.sent).toEqual(['one', 'one']);
  expect(settledLetters).toEqual(['1 sent']);
  await clock.advance(mostTries * confirmedWithinMs);
  expect(room.sent).toEqual(['one', 'one']);
});

test('a message that is never confirmed has failed', async () => {
  const room = newRoom({ losesTexts: true });
  outbox.open(room);
  outbox.put({ id: '1', text: 'one' });
  await clock.advance(mostTries * confirmedWithinMs - 1);
  expect(settledLetters).toEqual([]);
  await clock.advance(1);
  expect(settledLetters).toEqual(['1 failed']);
  expect(room.sent).toHaveLength(mostTries);
});

test('what was on its way when the room was lost goes to the next one at once', async () => {
  outbox.open(newRoom({ losesTexts: true }));
  outbox.put({ id: '1', text: 'one' });
  outbox.open(undefined);
  await clock.advance(mostTries * confirmedWithinMs);
  expect(settledLetters).toEqual([]);
  const next = newRoom({ losesTexts: false });
  outbox.open(next);
  await settled();
  expect(next.sent).toEqual(['one']);
  expect(settledLetters).toEqual(['1 sent']);
});

test('what still waits at the end of the call has failed', () => {
  outbox.put({ id: '1', text: 'one' });
  outbox.close();
  expect(settledLetters).toEqual(['1 failed']);
});
