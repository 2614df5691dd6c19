import { expect, inject, test } from 'vitest';
import { recognisedWords } from '../support/recognised-words.ts';
import { RoomCaller } from '../support/room-caller.ts';
import { sayUntil } from '../support/say-until.ts';

const { serverUrl } = inject('stack');

test('greets by voice, and tells a caller who speaks the status by voice', async () => {
  const caller = await RoomCaller.call(serverUrl);
  const { transcript, audio } = caller;
  await audio.firstHeard();
  await transcript.agentSays('What can I do for you today?');

  const say = (line: string, expected: RegExp) =>
    sayUntil(
      { speak: (words) => caller.speak(words), agentSays: (words) => transcript.agentSays(words) },
      line,
      expected,
    );
  await say('where is my order', /Do you have your order number handy/);
  await say('oh are dee one two three four five', /what email address did you use for that order/);
  await say('customer at email dot com', /customer@email\.com.*Is that right/);
  const confirmedAt = await say('yes', /Your tracking number is 1Z999AA10123456784\./);
  await audio.heardAgain({ sinceMs: confirmedAt });

  const words = (await recognisedWords(audio.samples)).split(' ');
  expect(words.filter((word) => ['order', 'number', 'email', 'today', 'help'].includes(word)).length).toBeGreaterThan(
    2,
  );
  await caller.hangUp();
});
