import { beforeEach, describe, expect, test } from 'vitest';
import { byTyping, CallHarness, listening } from '../testing/call-harness.ts';
import { settled } from '../testing/manual-clock.ts';
import { offline } from '../testing/scripted-server.ts';
import { resumeDelaysMs } from './call-session.ts';

let call: CallHarness;
beforeEach(() => {
  call = new CallHarness();
});

describe('without an agent', () => {
  test('after ten seconds a message may be left, and the call goes on when somebody comes', async () => {
    await call.session.start(byTyping);
    await call.clock.advance(10_000);
    expect(call.state.phase).toBe('no-agent');
    await call.session.leaveMessage({ text: 'Call me', contact: 'a@b.example' });
    expect(call.server.requests.at(-1)).toMatchObject({
      path: '/api/visit/message',
      authorization: 'Bearer visit-new',
    });
    call.rooms.last.tell.onAgent(listening);
    expect(call.state.phase).toBe('listening');
  });

  test('a message that does not arrive is said to the form', async () => {
    await call.session.start(byTyping);
    call.server.answers['/api/visit/message'] = offline;
    await expect(call.session.leaveMessage({ text: 'Call me', contact: 'a@b.example' })).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });

  test('an agent that dies is waited for, and what is typed meanwhile reaches the next one', async () => {
    await call.beOnCall();
    call.rooms.last.tell.onAgent(null);
    await call.clock.advance(1_000);
    expect(call.state).toEqual({ phase: 'reconnecting', lost: 'agent' });
    call.session.say('Still there?');
    await settled();
    expect(call.rooms.last.sent).toEqual([]);
    call.rooms.last.tell.onAgent(listening);
    await settled();
    expect(call.rooms.last.sent).toEqual(['Still there?']);
  });

  test('the form outlives the room', async () => {
    await call.session.start(byTyping);
    await call.clock.advance(10_000);
    call.rooms.last.tell.onLeft('closed');
    expect(call.state.phase).toBe('no-agent');
  });
});

describe('losing the way', () => {
  test('LiveKit’s own reconnecting is shown, and what was said meanwhile is caught up', async () => {
    await call.beOnCall();
    call.rooms.last.tell.onReconnecting();
    expect(call.state).toEqual({ phase: 'reconnecting', lost: 'connection' });
    call.server.answers['/api/visit/transcript'] = () =>
      Response.json({ turns: [{ id: '1', role: 'agent', text: 'Hello?', by: 'voice', at: '2026-03-08T12:00:00Z' }] });
    call.rooms.last.tell.onReconnected();
    call.rooms.last.tell.onAgent(listening);
    await settled();
    expect(call.state.phase).toBe('listening');
    expect(call.session.snapshot.transcript).toMatchObject([{ text: 'Hello?' }]);
  });

  test('a lost room is entered anew, in the same call', async () => {
    await call.beOnCall();
    call.rooms.last.tell.onLeft('lost');
    await call.clock.advance(0);
    expect(call.rooms.all).toHaveLength(2);
    expect(call.rooms.last.token).toBe('join-again');
    call.rooms.last.tell.onAgent(listening);
    expect(call.state.phase).toBe('listening');
  });

  test('a call that cannot be taken up again is given up in the end', async () => {
    await call.beOnCall();
    call.server.answers['/api/visit/resume'] = offline;
    call.rooms.last.tell.onLeft('lost');
    await call.clock.advance(0);
    expect(call.state).toEqual({ phase: 'reconnecting', lost: 'connection' });
    await call.clock.advance(resumeDelaysMs.reduce<number>((sum, delayMs) => sum + delayMs, 0));
    expect(call.server.paths.filter((path) => path === '/api/visit/resume')).toHaveLength(resumeDelaysMs.length);
    expect(call.state).toEqual({ phase: 'failed', reason: 'connection-lost' });
  });

  test('a call that ended meanwhile has ended', async () => {
    await call.beOnCall();
    call.server.answers['/api/visit/resume'] = () => new Response(null, { status: 409 });
    call.rooms.last.tell.onLeft('lost');
    await call.clock.advance(0);
    expect(call.state).toEqual({ phase: 'ended', by: 'agent' });
  });

  test('what an abandoned room still says changes nothing', async () => {
    await call.beOnCall();
    const [first] = call.rooms.all;
    call.rooms.last.tell.onLeft('lost');
    await call.clock.advance(0);
    first?.tell.onLeft('closed');
    expect(call.state.phase).toBe('reconnecting');
  });
});

describe('coming back', () => {
  test('a reloaded page is in the same call, with what was said', async () => {
    call.server.answers['/api/visit/transcript'] = () =>
      Response.json({ turns: [{ id: '1', role: 'agent', text: 'Hello', by: 'voice', at: '2026-03-08T12:00:00Z' }] });
    await call.session.resume('visit-old', byTyping);
    expect(call.server.requests[0]).toMatchObject({ path: '/api/visit/resume', authorization: 'Bearer visit-old' });
    expect(call.session.snapshot.transcript).toMatchObject([{ role: 'agent', text: 'Hello' }]);
  });

  test('what the agent was saying meanwhile is caught up when it has finished', async () => {
    const turns: unknown[] = [];
    call.server.answers['/api/visit/transcript'] = () => Response.json({ turns });
    await call.session.resume('visit-old', byTyping);
    call.rooms.last.tell.onAgent({ ...listening, state: 'speaking' });
    turns.push({ id: '1', role: 'agent', text: 'It shipped.', by: 'voice', at: '2026-03-08T12:00:00Z' });
    call.rooms.last.tell.onAgent(listening);
    await call.clock.advance(1_000);
    expect(call.session.snapshot.transcript).toMatchObject([{ role: 'agent', text: 'It shipped.' }]);
  });

  test('a greeting whose text came too early for a slow connection is shown when it has been said', async () => {
    const turns: unknown[] = [];
    call.server.answers['/api/visit/transcript'] = () => Response.json({ turns });
    await call.beOnCall();
    call.rooms.last.tell.onAgent({ ...listening, state: 'speaking' });
    await call.clock.advance(10_000);
    turns.push({ id: '1', role: 'agent', text: 'Thanks for calling.', by: 'voice', at: '2026-03-08T12:00:00Z' });
    call.rooms.last.tell.onAgent(listening);
    await call.clock.advance(1_000);
    expect(call.session.snapshot.transcript).toMatchObject([{ role: 'agent', text: 'Thanks for calling.' }]);
  });

  test('a call whose agent is read from the beginning asks for no record', async () => {
    await call.beOnCall();
    call.rooms.last.tell.onSegment({ id: 'a', role: 'agent', text: 'Thanks for calling.', isFinal: true });
    call.rooms.last.tell.onAgent(listening);
    await call.clock.advance(10_000);
    expect(call.server.paths).not.toContain('/api/visit/transcript');
  });

  test('a call that is over leaves nothing to come back to', async () => {
    call.server.answers['/api/visit/resume'] = () => new Response(null, { status: 409 });
    await call.session.resume('visit-old', byTyping);
    expect(call.state).toEqual({ phase: 'ended', by: 'agent' });
    expect(call.memory.note).toBeUndefined();
  });

  test('a call without its transcript is still a call', async () => {
    call.server.answers['/api/visit/transcript'] = offline;
    await call.session.resume('visit-old', byTyping);
    expect(call.state.phase).toBe('waiting-for-agent');
  });

  test('a newer tab takes the call over, and this one can take it back', async () => {
    await call.beOnCall();
    call.rooms.last.tell.onLeft('moved');
    expect(call.state).toEqual({ phase: 'moved' });
    expect(call.memory.note).toBeUndefined();
    await call.session.retry();
    expect(call.server.requests.at(-2)).toMatchObject({ path: '/api/visit/resume', authorization: 'Bearer visit-new' });
    call.rooms.last.tell.onAgent(listening);
    expect(call.state.phase).toBe('listening');
  });

  test('a page that goes away leaves the room and keeps the call', async () => {
    await call.beOnCall();
    call.session.suspend();
    expect(call.rooms.last.hasLeft).toBe(true);
    expect(call.memory.note).toMatchObject({ visitToken: 'visit-new' });
  });
});
