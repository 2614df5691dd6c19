import fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { signInTestStaff } from '../../test/support/test-staff.ts';
import { testConfig, type TestServer } from '../../test/support/test-server.ts';
import { handleError } from '../http/error-handler.ts';
import { MemoryRooms } from '../../test/support/memory-rooms.ts';
import { testContext } from '../../test/support/test-server.ts';
import { requireStaff } from './require-staff.ts';

let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  const rooms = new MemoryRooms();
  const context = testContext(database, rooms);
  const app = fastify();
  app.setErrorHandler(handleError);
  app.get('/look', { onRequest: requireStaff(context) }, ({ staff }) => staff);
  app.post('/decide', { onRequest: requireStaff(context, { role: 'staff' }) }, ({ staff }) => staff);
  server = { app, rooms, config: testConfig(database.url), database: database.database, clock: context.clock };
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

test('tells the handler who is signed in', async () => {
  const staff = await signInTestStaff(server);
  const expected = { id: staff.id, name: staff.name, role: 'staff' };
  expect((await staff.get('/look')).json()).toEqual(expected);
  expect((await staff.post('/decide')).json()).toEqual(expected);
});

test('lets qa look, not decide', async () => {
  const qa = await signInTestStaff(server, 'qa');
  expect((await qa.get('/look')).statusCode).toBe(200);
  expect((await qa.post('/decide')).json()).toMatchObject({ status: 403, code: 'forbidden' });
});

test('lets nobody in without a session', async () => {
  expect((await server.app.inject('/look')).json()).toMatchObject({ status: 401, code: 'unauthorized' });
});
