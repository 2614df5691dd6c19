import type { MediaRoom } from './media-room.ts';
import type { MicrophoneState, RequestMicrophone } from './microphone.ts';

/** The visitor's microphone through one call, whichever rooms the call passes through. */
export class CallMicrophone {
  readonly #request: RequestMicrophone;
  readonly #onChange: () => void;
  #state: MicrophoneState = { kind: 'off' };
  #room: MediaRoom | undefined;
  #giveUp: (() => void) | undefined;

  constructor(request: RequestMicrophone, onChange: () => void) {
    this.#request = request;
    this.#onChange = onChange;
  }

  get state(): MicrophoneState {
    return this.#state;
  }

  /** Settles when the visitor has answered the prompt, or has chosen to type instead by `skip`. */
  async ask(): Promise<void> {
    const skipped = Promise.withResolvers<'skipped'>();
    this.#giveUp = () => skipped.resolve('skipped');
    this.#set({ kind: 'asking' });
    const request = this.#request();
    const answer = await Promise.race([request, skipped.promise]);
    this.#giveUp = undefined;
    if (answer === 'skipped') {
      this.#set({ kind: 'off' });
      // A prompt cannot be taken back: a microphone granted after all is let go at once.
      void request.then((late) => (late.status === 'granted' ? late.track.stop() : undefined));
    } else if (answer.status === 'refused') {
      this.#set({ kind: 'unavailable', reason: answer.reason });
    } else {
      this.#follow(answer.track);
      await this.#publish();
    }
  }

  skip(): void {
    this.#giveUp?.();
  }

  /** From now on this room carries the voice. */
  async enter(room: MediaRoom): Promise<void> {
    this.#room = room;
    await this.#publish();
  }

  async setMuted(isMuted: boolean): Promise<void> {
    if (this.#state.kind !== 'on' && this.#state.kind !== 'muted') return;
    this.#set({ kind: isMuted ? 'muted' : 'on', track: this.#state.track });
    await this.#room?.setMuted(isMuted);
  }

  release(): void {
    this.skip();
    this.#room = undefined;
    if (this.#state.kind === 'on' || this.#state.kind === 'muted') this.#state.track.stop();
    this.#set({ kind: 'off' });
  }

  #follow(track: MediaStreamTrack): void {
    track.addEventListener('ended', () => this.#set({ kind: 'unavailable', reason: 'unplugged' }), { once: true });
    this.#set({ kind: 'on', track });
  }

  async #publish(): Promise<void> {
    const state = this.#state;
    if (this.#room === undefined || (state.kind !== 'on' && state.kind !== 'muted')) return;
    try {
      await this.#room.publishMicrophone(state.track);
      if (state.kind === 'muted') await this.#room.setMuted(true);
    } catch {
      state.track.stop();
      this.#set({ kind: 'unavailable', reason: 'failed' });
    }
  }

  #set(state: MicrophoneState): void {
    this.#state = state;
    this.#onChange();
  }
}
