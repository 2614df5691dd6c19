import { afterEach, expect, inject, test } from 'vitest';
import { PageCaller } from '../support/page-caller.ts';
import { recognisedWords } from '../support/recognised-words.ts';

const { serverUrl } = inject('stack');

let caller: PageCaller;
afterEach(() => caller.close());

test('a visitor clicks, speaks, and hears the status of the order', async () => {
  caller = await PageCaller.open(serverUrl);
  await caller.startCall({ withMicrophone: true });
  await caller.reads('What can I do for you today?');

  await caller.speak('where is my order');
  await caller.reads('Do you have your order number handy?');
  await caller.speak('oh are dee one two three four five');
  await caller.reads('what email address did you use');
  await caller.speak('customer at email dot com');
  await caller.reads(/customer@email\.com/);
  await caller.speak('yes');
  await caller.reads('Your tracking number is 1Z999AA10123456784.');

  const words = (await recognisedWords(await caller.heard())).split(' ');
  expect(words.filter((word) => ['order', 'number', 'email', 'today', 'help'].includes(word)).length).toBeGreaterThan(
    2,
  );
  expect(caller.complaints).toEqual([]);
});
