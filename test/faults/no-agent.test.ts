import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { PageCaller } from '../support/page-caller.ts';

let stack: Stack;
let caller: PageCaller;
beforeAll(async () => {
  stack = await startStack({ parts: ['database', 'livekit', 'server', 'pages'], environment: bareEnvironment() });
});
afterEach(() => caller.close());
afterAll(() => stack.stop());

test('with no worker there, the visitor is told, and the message they leave is kept', async () => {
  caller = await PageCaller.open(stack.urls.server);
  await caller.startCall({ withMicrophone: false });
  await caller.widget.getByRole('heading', { name: 'Nobody can take your call' }).waitFor();
  expect(await caller.axeViolations()).toEqual([]);

  await caller.widget.getByLabel('Your message').fill('Where is my order ORD-12345?');
  await caller.widget.getByLabel('Your e-mail or phone number').fill('customer@email.com');
  await caller.widget.getByRole('button', { name: 'Leave message' }).click();
  await caller.widget.getByText('Your message is with our team').waitFor();

  const database = connectDatabase(stack.urls.database);
  const kept = await database.selectFrom('visitor_messages').select(['text', 'contact']).execute();
  await database.destroy();
  expect(kept).toEqual([{ text: 'Where is my order ORD-12345?', contact: 'customer@email.com' }]);
});
