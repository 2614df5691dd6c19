import { voice } from '@livekit/agents';
import type { Command } from '@orderline/contract/call.ts';
import { hearYesNo } from '../hearing/hear-yes-no.ts';
import type { CallState } from './call-state.ts';
import { holdMusic } from './hold-music.ts';

/** So long a caller is kept waiting at most (DESIGN §7, on the phone). */
const longestHoldSeconds = 90;

type Decision = Extract<Command, { kind: 'decision' }>;

/**
 * A caller who waits while the store's people look at a request: music between what is said, the decision as soon as it is
 * there, or after a minute and a half that they need not wait. What they say meanwhile is answered as ever.
 */
export class Hold {
  readonly #call: CallState;
  readonly #session: voice.AgentSession;
  readonly #sampleRateHz: number;
  /** A decision may come twice: to the job before, and after a stream that broke. */
  readonly #told = new Set<string>();
  #waiting: NodeJS.Timeout | undefined;
  #music: voice.SpeechHandle | undefined;

  constructor({ call, session, sampleRateHz }: { call: CallState; session: voice.AgentSession; sampleRateHz: number }) {
    this.#call = call;
    this.#session = session;
    this.#sampleRateHz = sampleRateHz;
    session.on(voice.AgentSessionEventTypes.ConversationItemAdded, ({ item }) => {
      if (item.type !== 'message') return;
      if (item.role === 'user') this.#hear(item.textContent ?? '');
      else this.onSpoken();
    });
  }

  /** The people have been told, and they are in. */
  begin(): void {
    this.end();
    const { hold_over, anything_else } = this.#call.profile.phrases;
    this.#waiting = setTimeout(() => this.#say(`${hold_over} ${anything_else}`), longestHoldSeconds * 1000);
  }

  /** The agent has finished what it had to say. */
  onSpoken(): void {
    if (this.#waiting === undefined || this.#music !== undefined) return;
    const audio = holdMusic({ sampleRateHz: this.#sampleRateHz, seconds: longestHoldSeconds });
    const music = this.#session.say('', { audio, addToChatCtx: false });
    this.#music = music;
    music.addDoneCallback(() => {
      if (this.#music === music) this.#music = undefined;
    });
  }

  /** The caller would rather not wait. */
  #hear(text: string): void {
    if (hearYesNo(text) === 'no') this.end();
  }

  /** Also for a caller who does not hold: they hear of it when nothing else is being said. */
  decide({ escalation_id, say }: Decision): void {
    if (this.#told.has(escalation_id) || this.#call.phase !== 'talking') return;
    this.#told.add(escalation_id);
    this.#say(`${say} ${this.#call.profile.phrases.anything_else}`);
  }

  end(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#music?.interrupt();
    this.#music = undefined;
  }

  #say(text: string): void {
    this.end();
    if (this.#call.phase !== 'talking') return;
    void this.#session
      .say(text)
      .waitForPlayout()
      .then(() => {
        // A question that was open is asked again: the caller has heard something else since.
        if (this.#call.confirmation.words !== undefined) this.#session.generateReply();
      });
  }
}
