import { expect, inject, test } from 'vitest';
import { recognisedWords } from '../support/recognised-words.ts';
import { RoomCaller } from '../support/room-caller.ts';

const { serverUrl } = inject('stack');

test('greets by voice within moments of the caller joining, and tells a caller who speaks the status by voice', async () => {
  const caller = await RoomCaller.call(serverUrl);
  const { transcript, audio } = caller;
  await audio.firstHeard({ withinMs: 5_000 });
  await transcript.agentSays('What can I do for you today?');

  await caller.speak('where is my order');
  await transcript.agentSays('Do you have your order number handy?');
  await caller.speak('oh are dee one two three four five');
  await transcript.agentSays('what email address did you use for that order?');
  await caller.speak('customer at email dot com');
  await transcript.agentSays(/customer@email\.com.*Is that right\?/);
  const confirmedAt = await caller.speak('yes');
  await transcript.agentSays('Your tracking number is 1Z999AA10123456784.');
  await audio.heardAgain({ sinceMs: confirmedAt, withinMs: 10_000 });

  const words = (await recognisedWords(audio.samples)).split(' ');
  expect(words.filter((word) => ['order', 'number', 'email', 'today', 'help'].includes(word)).length).toBeGreaterThan(
    2,
  );
  await caller.hangUp();
});
