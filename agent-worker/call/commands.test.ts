import { expect, test, vi } from 'vitest';
import { holdCommands } from './commands.ts';

const streamOf = (...events: unknown[]) =>
  new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''));
const refusal = (status: number, code: string) => Response.json({ code }, { status });

async function hold(...answers: (Response | Error)[]) {
  const handlers = { onLeave: vi.fn(), onDecision: vi.fn(), onUnreachable: vi.fn() };
  const open = vi.fn(() => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error('Opened once too often');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  await holdCommands(open, handlers, new AbortController().signal);
  return { ...handlers, open };
}

test('opens the stream again when it breaks, or the server is not there', async () => {
  const { open, onLeave } = await hold(
    streamOf({ kind: 'ready' }),
    new TypeError('fetch failed'),
    refusal(503, 'unavailable'),
    streamOf({ kind: 'ready' }, { kind: 'superseded' }),
  );
  expect(open).toHaveBeenCalledTimes(4);
  expect(onLeave).toHaveBeenCalledWith('superseded');
});

test('leaves without a word when another job has the call, however it learns of it', async () => {
  expect((await hold(streamOf({ kind: 'superseded' }))).onLeave).toHaveBeenCalledWith('superseded');
  expect((await hold(refusal(409, 'call_superseded'))).onLeave).toHaveBeenCalledWith('superseded');
});

test('leaves a call that has ended', async () => {
  expect((await hold(streamOf({ kind: 'hang_up', reason: 'room_closed' }))).onLeave).toHaveBeenCalledWith('ended');
  expect((await hold(refusal(409, 'call_ended'))).onLeave).toHaveBeenCalledWith('ended');
});

test('stays in the call when a person has decided what was asked for, and passes it on', async () => {
  const decision = {
    kind: 'decision',
    escalation_id: '7b0f8e4e-6f0e-4f3e-9d4c-0d1c8f6d2a11',
    approved: true,
    say: 'Yes',
  };
  const { open, onLeave, onDecision } = await hold(streamOf({ kind: 'ready' }, decision, { kind: 'superseded' }));
  expect(onDecision).toHaveBeenCalledExactlyOnceWith(decision);
  expect(open).toHaveBeenCalledTimes(1);
  expect(onLeave).toHaveBeenCalledWith('superseded');
});

test('passes over a command that only a later version knows, and one that is no JSON', async () => {
  const { onLeave } = await hold(
    new Response('data: {"kind":"sing"}\n\ndata: {\n\ndata: {"kind":"hang_up","reason":"x"}\n\n'),
  );
  expect(onLeave).toHaveBeenCalledWith('ended');
});
