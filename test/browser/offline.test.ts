import { afterEach, expect, inject, test } from 'vitest';
import { PageCaller } from '../support/page-caller.ts';

const { pageUrl } = inject('stack');
const callers: PageCaller[] = [];
afterEach(async () => {
  for (const caller of callers.splice(0)) await caller.close();
});

/** A visitor who has verified an order, and was told of it. */
async function verifiedCaller(): Promise<PageCaller> {
  const caller = await PageCaller.open(pageUrl);
  callers.push(caller);
  await caller.startCall({ withMicrophone: false });
  await caller.reads('What can I do for you today?');
  await caller.type("Where's my order ORD-12345? My email is customer@email.com");
  await caller.reads('Would you like me to text you the tracking link?');
  return caller;
}

const greetings = (caller: PageCaller) => caller.widget.getByRole('log').getByText('Thanks for calling').count();

test('a visitor who is offline for five seconds, or for thirty, comes back to the same call, still verified', async () => {
  const [briefly, long] = await Promise.all([verifiedCaller(), verifiedCaller()]);
  await Promise.all([briefly.offline({ forMs: 5_000 }), long.offline({ forMs: 30_000 })]);
  for (const caller of [briefly, long]) {
    await caller.type('No thanks. When will it arrive?');
    await caller.reads(/expected|on its way/);
    expect(await greetings(caller)).toBe(1);
    expect(await caller.widget.getByRole('log').getByText('what email address did you use').count()).toBe(0);
  }
});

test('what is lost on the way, and nobody is told of it, comes in all the same', async () => {
  const caller = await verifiedCaller();
  await caller.losesNextText();
  await caller.type('No thanks. When will it arrive?');
  await caller.reads(/expected|on its way/);
  expect(await caller.widget.getByRole('log').getByText('No thanks').count()).toBe(1);
});
