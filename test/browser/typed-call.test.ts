import { afterEach, expect, inject, test } from 'vitest';
import { PageCaller } from '../support/page-caller.ts';

const { serverUrl } = inject('stack');

let caller: PageCaller;
afterEach(() => caller.close());

test('a visitor clicks, types, reads the status of the order and is hung up on politely', async () => {
  caller = await PageCaller.open(serverUrl);
  expect(await caller.axeViolations()).toEqual([]);

  await caller.startCall({ withMicrophone: false });
  await caller.reads('What can I do for you today?');
  expect(await caller.axeViolations()).toEqual([]);

  await caller.type('Where is my order?');
  await caller.reads('Do you have your order number handy?');
  await caller.type('ORD-12345');
  await caller.reads('what email address did you use');
  await caller.type('customer@email.com');
  await caller.reads('Your tracking number is 1Z999AA10123456784.');
  expect(await caller.axeViolations()).toEqual([]);

  await caller.type('no thanks');
  await caller.reads('Is there anything else');
  await caller.type('no, bye');
  await caller.reads('Have a great day!');
  await caller.widget.getByText('Call ended').last().waitFor();
  expect(await caller.axeViolations()).toEqual([]);
  expect(caller.complaints).toEqual([]);
});

test('a reload comes back to the same call, with what was said, and still verified', async () => {
  caller = await PageCaller.open(serverUrl);
  await caller.startCall({ withMicrophone: false });
  await caller.reads('What can I do for you today?');
  await caller.type("Where's order ORD-12345? I'm customer@email.com");
  await caller.reads('1Z999AA10123456784');

  await caller.page.reload();
  await caller.reads('1Z999AA10123456784');
  await caller.type('No thanks. When will it arrive?');
  await caller.reads(/arrive|on its way/);
  expect(await caller.widget.getByRole('log').getByText('What can I do for you today?').count()).toBe(1);
  expect(caller.complaints).toEqual([]);
});

test('a newer tab takes the call over, and the older one says so', async () => {
  caller = await PageCaller.open(serverUrl);
  await caller.startCall({ withMicrophone: false });
  await caller.reads('What can I do for you today?');

  const [tab] = await Promise.all([
    caller.page.waitForEvent('popup'),
    caller.page.evaluate(() => void window.open(location.href)),
  ]);
  await tab.getByRole('log').getByText('What can I do for you today?').waitFor();
  await caller.widget.getByText('Your call moved to another tab').waitFor();
});
