import { AgentWatch } from './agent-watch.ts';
import { CallError } from './call-error.ts';
import { CallMicrophone } from './call-microphone.ts';
import type { CallSessionOptions } from './call-session-options.ts';
import type { CallSnapshot } from './call-snapshot.ts';
import type { CallState } from './call-state.ts';
import { CallTranscript } from './call-transcript.ts';
import type { LeaveReason, MediaRoom, MediaRoomListener } from './media-room.ts';
import { Outbox } from './outbox.ts';
import type { Visit } from './visit.ts';

/** Pauses before each try to take up a call whose connection was lost for good. LiveKit has tried before. */
export const resumeDelaysMs = [0, 1_000, 3_000, 6_000] as const;

/**
 * One call from the first click to its end: a state, a transcript, and the actions of the visitor. Knows neither the
 * page nor LiveKit. Actions do not throw; what goes wrong is in the snapshot.
 */
export class CallSession {
  readonly #options: CallSessionOptions;
  readonly #agent: AgentWatch;
  readonly #microphone: CallMicrophone;
  readonly #outbox: Outbox;
  readonly #transcript: CallTranscript;
  #state: CallState = { phase: 'idle' };
  #isSoundBlocked = false;
  #room: MediaRoom | undefined;
  #visitToken: string | undefined;
  #attempt = new AbortController();
  #wantsMicrophone = false;

  constructor(options: CallSessionOptions) {
    this.#options = options;
    this.#agent = new AgentWatch(options.clock, () => this.#followAgent());
    this.#microphone = new CallMicrophone(options.requestMicrophone, () => this.#microphoneChanged());
    this.#transcript = new CallTranscript({ ...options, onChange: () => this.#publish() });
    this.#outbox = new Outbox(options.clock, (id, kind) => this.#transcript.write({ kind, id }));
  }

  get snapshot(): CallSnapshot {
    const { status } = this.#agent;
    return {
      state: this.#state,
      transcript: this.#transcript.entries,
      microphone: this.#microphone.state,
      isSoundBlocked: this.#isSoundBlocked,
      hearsSpeech: status.kind === 'ready' ? status.agent.hearsSpeech : undefined,
    };
  }

  /** Typed while nobody was there to read it: the beginning of a message to leave. */
  get unreadTexts(): readonly string[] {
    return this.#outbox.waiting;
  }

  /** Opens a call, asking for the microphone first unless the visitor types. */
  async start(options: { withMicrophone: boolean }): Promise<void> {
    const { signal } = this.#begin();
    this.#wantsMicrophone = options.withMicrophone;
    if (options.withMicrophone) {
      this.#enter({ phase: 'asking-microphone' });
      await this.#microphone.ask();
      if (signal.aborted) return;
    }
    this.#enter({ phase: 'connecting' });
    const error = await this.#connect(signal, () => this.#options.visit.open(signal));
    if (error) this.#fail(error);
  }

  /** Back into a call by its visit token: after a reload, or when the visitor takes it back from another tab. */
  async resume(visitToken: string, options: { withMicrophone: boolean }): Promise<void> {
    const { signal } = this.#begin();
    this.#visitToken = visitToken;
    this.#wantsMicrophone = options.withMicrophone;
    this.#enter({ phase: 'connecting' });
    if (options.withMicrophone) await this.#microphone.ask();
    if (signal.aborted) return;
    const error = await this.#rejoin(signal);
    if (error?.reason === 'call-ended') this.#finish({ phase: 'ended', by: 'agent' });
    else if (error) this.#fail(error);
  }

  /** After a failure, or in the tab that the call has left: the same call where there is one, else a new one. */
  async retry(): Promise<void> {
    const options = { withMicrophone: this.#wantsMicrophone };
    if (this.#visitToken === undefined) await this.start(options);
    else await this.resume(this.#visitToken, options);
  }

  skipMicrophone(): void {
    this.#wantsMicrophone = false;
    this.#microphone.skip();
  }

  async turnMicrophoneOn(): Promise<void> {
    this.#wantsMicrophone = true;
    await this.#microphone.ask();
  }

  async setMuted(isMuted: boolean): Promise<void> {
    await this.#microphone.setMuted(isMuted);
  }

  async startSound(): Promise<void> {
    await this.#room?.startSound();
  }

  say(text: string): void {
    this.#outbox.put({ id: this.#transcript.addTyped(text), text });
  }

  sayAgain(id: string): void {
    const text = this.#transcript.retype(id);
    if (text !== undefined) this.#outbox.put({ id, text });
  }

  /** Rejects with a CallError. */
  async leaveMessage(message: { text: string; contact: string }): Promise<void> {
    if (this.#visitToken === undefined) throw new CallError('call-ended');
    await this.#options.visit.leaveMessage(this.#visitToken, message);
  }

  end(): void {
    this.#finish({ phase: 'ended', by: 'visitor' });
  }

  /** The page goes away, perhaps to come back: leave the room, keep the call. */
  suspend(): void {
    this.#leaveRoom();
    this.#microphone.release();
  }

  #begin(): AbortController {
    this.#leaveRoom();
    this.#attempt = new AbortController();
    return this.#attempt;
  }

  /** Answers with what went wrong, or nothing; an aborted attempt went as wanted. */
  async #connect(signal: AbortSignal, admit: () => ReturnType<Visit['open']>): Promise<CallError | undefined> {
    let room: MediaRoom | undefined;
    try {
      const admission = await admit();
      signal.throwIfAborted();
      this.#visitToken = admission.visit_token;
      this.#remember();
      room = this.#options.createRoom(this.#listenTo(signal));
      this.#room = room;
      await room.connect(admission.server_url, admission.participant_token);
      signal.throwIfAborted();
      this.#agent.begin();
      this.#followAgent();
      await this.#microphone.enter(room);
      return undefined;
    } catch (error) {
      if (signal.aborted) return undefined;
      void room?.leave();
      this.#room = undefined;
      return CallError.from(error, 'media-blocked');
    }
  }

  async #rejoin(signal: AbortSignal): Promise<CallError | undefined> {
    const visitToken = this.#visitToken;
    if (visitToken === undefined) return new CallError('call-ended');
    const error = await this.#connect(signal, () => this.#options.visit.resume(visitToken, signal));
    if (error === undefined) {
      await this.#transcript.catchUp(this.#visitToken, signal);
      this.#followAgent();
    }
    return error;
  }

  async #recover(): Promise<void> {
    const { signal } = this.#begin();
    this.#enter({ phase: 'reconnecting', lost: 'connection' });
    let error: CallError | undefined;
    for (const delayMs of resumeDelaysMs) {
      await new Promise<void>((resolve) => this.#options.clock.after(delayMs, resolve));
      if (signal.aborted) return;
      error = await this.#rejoin(signal);
      if (error === undefined || error.reason === 'call-ended') break;
    }
    if (error?.reason === 'call-ended') this.#finish({ phase: 'ended', by: 'agent' });
    else if (error) this.#fail(new CallError('connection-lost', { cause: error }));
  }

  /** What a room says counts only as long as the attempt that opened it is the current one. */
  #listenTo(signal: AbortSignal): MediaRoomListener {
    const current =
      <A extends unknown[]>(handle: (...args: A) => void) =>
      (...args: A) => {
        if (!signal.aborted) handle(...args);
      };
    return {
      onAgent: current((agent) => this.#agent.see(agent)),
      onSegment: current((segment) => {
        this.#transcript.write({ kind: 'spoken', segment, atMs: this.#options.clock.nowMs() });
        if (segment.isFinal) this.#outbox.confirm(segment.id);
      }),
      onReconnecting: current(() => {
        this.#agent.pause();
        this.#outbox.open(undefined);
        this.#enter({ phase: 'reconnecting', lost: 'connection' });
      }),
      onReconnected: current(() => {
        this.#agent.begin();
        this.#followAgent();
        void this.#transcript.catchUp(this.#visitToken, signal);
      }),
      onLeft: current((reason) => this.#left(reason)),
      onSoundBlocked: current((isBlocked) => {
        this.#isSoundBlocked = isBlocked;
        this.#publish();
      }),
    };
  }

  #left(reason: LeaveReason): void {
    if (reason === 'lost') {
      this.#agent.pause();
      void this.#recover();
    } else if (reason === 'moved') {
      // The other tab has the call in its memory; this one must not take it back by a mere reload.
      this.#finish({ phase: 'moved' });
    } else if (this.#state.phase === 'no-agent') {
      // The visitor may be writing a message: the form outlives the room.
      this.#finish({ phase: 'no-agent' });
    } else {
      this.#finish({ phase: 'ended', by: 'agent' });
    }
  }

  #followAgent(): void {
    const { status } = this.#agent;
    this.#outbox.open(status.kind === 'ready' ? this.#room : undefined);
    switch (status.kind) {
      case 'ready':
        this.#enter({ phase: status.agent.state });
        if (status.agent.state === 'listening') this.#transcript.turnFinished(this.#visitToken, this.#attempt.signal);
        break;
      case 'awaited':
        this.#enter({ phase: 'waiting-for-agent' });
        break;
      case 'missing':
        this.#enter({ phase: 'reconnecting', lost: 'agent' });
        break;
      case 'absent':
        this.#enter({ phase: 'no-agent' });
        break;
    }
  }

  #fail(error: CallError): void {
    const { reason, retryAfterMs } = error;
    this.#leaveRoom();
    this.#microphone.release();
    const retryAtMs = retryAfterMs === undefined ? {} : { retryAtMs: this.#options.clock.nowMs() + retryAfterMs };
    this.#enter({ phase: 'failed', reason, ...retryAtMs });
  }

  #finish(state: CallState): void {
    this.#leaveRoom();
    this.#microphone.release();
    this.#outbox.close();
    this.#options.memory.forget();
    this.#enter(state);
  }

  #leaveRoom(): void {
    this.#attempt.abort();
    this.#agent.pause();
    this.#outbox.open(undefined);
    void this.#room?.leave();
    this.#room = undefined;
    this.#isSoundBlocked = false;
  }

  #remember(): void {
    const { kind } = this.#microphone.state;
    if (this.#visitToken === undefined) return;
    this.#options.memory.keep({ visitToken: this.#visitToken, usedMicrophone: kind === 'on' || kind === 'muted' });
  }

  #microphoneChanged(): void {
    if (this.#room !== undefined) this.#remember();
    this.#publish();
  }

  #enter(state: CallState): void {
    this.#state = state;
    this.#publish();
  }

  #publish(): void {
    this.#options.onChange(this.snapshot);
  }
}
