import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { callerBeforeYes, doneOf, hearReadBack } from '../support/cancelling-caller.ts';
import { cancelledOnce, changesLeft } from '../support/changes-left.ts';
import type { RoomCaller } from '../support/room-caller.ts';

const order = 'ORD-10004';
const { serverUrl, databaseUrl } = inject('stack');
const database = connectDatabase(databaseUrl);
afterAll(() => database.destroy());

let caller: RoomCaller | undefined;
afterEach(() => caller?.hangUp());

test('a yes to "Are you still there?" is no yes to the change that was read back before', async () => {
  caller = await callerBeforeYes(serverUrl, order, { mayText: 'not asked' });
  await caller.transcript.agentSays('Are you still there?');
  await caller.type('yes');
  await hearReadBack(caller, order);
  expect((await changesLeft(database, order)).history).toEqual([]);
  await caller.type('yes');
  await caller.transcript.agentSays(doneOf(order));
  expect(await changesLeft(database, order)).toEqual(cancelledOnce);
});
