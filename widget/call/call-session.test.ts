import { beforeEach, describe, expect, test } from 'vitest';
import { bySpeaking, byTyping, CallHarness, fakeTrack, listening } from '../testing/call-harness.ts';
import { settled } from '../testing/manual-clock.ts';
import { offline } from '../testing/scripted-server.ts';
import { confirmedWithinMs, mostTries } from './outbox.ts';

let call: CallHarness;
beforeEach(() => {
  call = new CallHarness();
});

describe('beginning', () => {
  test('a typed call goes from connecting to the agent that listens, without asking for a microphone', async () => {
    await call.beOnCall();
    expect(call.phases).toEqual(['connecting', 'waiting-for-agent', 'listening']);
    expect(call.rooms.last.token).toBe('join-new');
    expect(call.rooms.last.published).toEqual([]);
  });

  test('no call is opened before the visitor has answered the microphone prompt', async () => {
    const starting = call.session.start(bySpeaking);
    await settled();
    expect(call.phases).toEqual(['asking-microphone']);
    expect(call.server.requests).toEqual([]);
    call.microphone.resolve({ status: 'granted', track: fakeTrack() });
    await starting;
    expect(call.rooms.last.published).toHaveLength(1);
    expect(call.memory.note).toEqual({ visitToken: 'visit-new', usedMicrophone: true });
  });

  test('a refused microphone leaves a call by typing, and says why', async () => {
    call.microphone.resolve({ status: 'refused', reason: 'denied' });
    await call.session.start(bySpeaking);
    expect(call.state.phase).toBe('waiting-for-agent');
    expect(call.session.snapshot.microphone).toEqual({ kind: 'unavailable', reason: 'denied' });
  });

  test('typing instead goes on without the answer, and lets a late microphone go', async () => {
    const starting = call.session.start(bySpeaking);
    call.session.skipMicrophone();
    await starting;
    expect(call.session.snapshot.microphone).toEqual({ kind: 'off' });
    const track = fakeTrack();
    call.microphone.resolve({ status: 'granted', track });
    await settled();
    expect(track.readyState).toBe('ended');
    expect(call.rooms.last.published).toEqual([]);
  });

  test('hanging up while connecting enters no room', async () => {
    const gate = Promise.withResolvers<Response>();
    call.server.answers['/api/token'] = () => gate.promise;
    const starting = call.session.start(byTyping);
    call.session.end();
    gate.resolve(Response.json({ server_url: 'wss://m', participant_token: 'p', visit_token: 'v' }));
    await starting;
    expect(call.rooms.all).toEqual([]);
    expect(call.state).toEqual({ phase: 'ended', by: 'visitor' });
  });
});

describe('failing', () => {
  test('a server that cannot be reached can be tried again', async () => {
    call.server.answers['/api/token'] = offline;
    await call.session.start(byTyping);
    expect(call.state).toEqual({ phase: 'failed', reason: 'unreachable' });
    call.server.answers['/api/token'] = () =>
      Response.json({ server_url: 'wss://m', participant_token: 'p', visit_token: 'v' });
    await call.session.retry();
    expect(call.state.phase).toBe('waiting-for-agent');
  });

  test('a server that asks for patience says until when', async () => {
    call.server.answers['/api/token'] = () => new Response(null, { status: 429, headers: { 'retry-after': '20' } });
    await call.session.start(byTyping);
    expect(call.state).toEqual({ phase: 'failed', reason: 'busy', retryAtMs: call.clock.nowMs() + 20_000 });
  });

  test('a room that cannot be entered is retried as the same call', async () => {
    call.rooms.connecting = Promise.reject(new Error('no route'));
    await call.session.start(byTyping);
    expect(call.state).toEqual({ phase: 'failed', reason: 'media-blocked' });
    expect(call.rooms.last.hasLeft).toBe(true);
    call.rooms.connecting = Promise.resolve();
    await call.session.retry();
    expect(call.server.paths).toEqual(['/api/token', '/api/visit/resume', '/api/visit/transcript']);
  });

  test('a failed call holds no microphone', async () => {
    const track = fakeTrack();
    call.microphone.resolve({ status: 'granted', track });
    call.server.answers['/api/token'] = offline;
    await call.session.start(bySpeaking);
    expect(track.readyState).toBe('ended');
  });
});

describe('talking', () => {
  test('the agent’s state is the call’s', async () => {
    await call.beOnCall();
    call.rooms.last.tell.onAgent({ state: 'thinking', hearsSpeech: false });
    expect(call.state).toEqual({ phase: 'thinking' });
    expect(call.session.snapshot.hearsSpeech).toBe(false);
  });

  test('what is typed before the agent is there reaches it when it comes', async () => {
    await call.session.start(byTyping);
    call.session.say('Hello');
    expect(call.session.snapshot.transcript).toMatchObject([{ role: 'customer', text: 'Hello', status: 'sending' }]);
    expect(call.session.unreadTexts).toEqual(['Hello']);
    call.rooms.last.tell.onAgent(listening);
    await settled();
    expect(call.rooms.last.sent).toEqual(['Hello']);
    expect(call.session.snapshot.transcript).toMatchObject([{ text: 'Hello', status: 'final' }]);
  });

  test('a message that failed can be sent again', async () => {
    await call.beOnCall();
    call.rooms.last.losesTexts = true;
    call.session.say('Hello');
    await call.clock.advance(mostTries * confirmedWithinMs);
    expect(call.session.snapshot.transcript).toMatchObject([{ status: 'failed' }]);
    call.rooms.last.losesTexts = false;
    call.session.sayAgain(call.session.snapshot.transcript[0]?.id ?? '');
    await settled();
    expect(call.session.snapshot.transcript).toMatchObject([{ text: 'Hello', status: 'final' }]);
  });

  test('a microphone can be turned on, muted and lost during the call', async () => {
    await call.beOnCall();
    const track = fakeTrack();
    call.microphone.resolve({ status: 'granted', track });
    await call.session.turnMicrophoneOn();
    expect(call.session.snapshot.microphone.kind).toBe('on');
    await call.session.setMuted(true);
    expect(call.session.snapshot.microphone.kind).toBe('muted');
    expect(call.rooms.last.muted).toEqual([true]);
    track.dispatchEvent(new Event('ended'));
    expect(call.session.snapshot.microphone).toEqual({ kind: 'unavailable', reason: 'unplugged' });
    expect(call.state.phase).toBe('listening');
  });

  test('sound that the browser holds back comes with a click', async () => {
    await call.beOnCall();
    call.rooms.last.tell.onSoundBlocked(true);
    expect(call.session.snapshot.isSoundBlocked).toBe(true);
    await call.session.startSound();
    expect(call.session.snapshot.isSoundBlocked).toBe(false);
  });
});

describe('ending', () => {
  test('the agent’s goodbye ends the call and keeps the transcript', async () => {
    await call.beOnCall();
    call.rooms.last.tell.onSegment({ id: 'a', role: 'agent', text: 'Have a great day!', isFinal: true });
    call.rooms.last.tell.onLeft('closed');
    expect(call.state).toEqual({ phase: 'ended', by: 'agent' });
    expect(call.session.snapshot.transcript).toMatchObject([{ text: 'Have a great day!' }]);
    expect(call.memory.note).toBeUndefined();
  });

  test('hanging up leaves the room, lets the microphone go and forgets the call', async () => {
    const track = fakeTrack();
    call.microphone.resolve({ status: 'granted', track });
    await call.session.start(bySpeaking);
    call.session.end();
    expect(call.rooms.last.hasLeft).toBe(true);
    expect(track.readyState).toBe('ended');
    expect(call.memory.note).toBeUndefined();
  });

  test('a goodbye that takes the agent out first is not a loss', async () => {
    await call.beOnCall();
    call.rooms.last.tell.onAgent(null);
    await call.clock.advance(500);
    call.rooms.last.tell.onLeft('closed');
    expect(call.phases).not.toContain('reconnecting');
  });
});
