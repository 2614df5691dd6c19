import { voice } from '@livekit/agents';
import type { TurnRules } from '../models/call-ears.ts';
import { askedIn } from '../models/call-models.ts';
import { isBackchannel } from './backchannel.ts';
import type { CallState } from './call-state.ts';
import { type Patience, patienceAfter, patienceFor } from './endpointing.ts';

/**
 * Whose turn it is: how long a pause is waited for, by what was asked and what has been said; and which words, said
 * while the agent speaks, leave it the floor.
 */
export class TurnTaking implements TurnRules {
  readonly #call: CallState;
  #session: voice.AgentSession | undefined;
  #patience: Patience;
  /** The agent was speaking when the caller began to. */
  #isOverAgent = false;

  constructor(call: CallState) {
    this.#call = call;
    this.#patience = patienceFor(askedIn(call));
  }

  /** Of silence, until what the caller says is an utterance. */
  readonly utteranceMs = (): number => this.#patience.utteranceMs;

  readonly onSpeechBegins = (): void => {
    this.#isOverAgent = this.#session?.agentState === 'speaking';
  };

  /** "Uh huh" while the agent speaks is no turn. */
  readonly isPassedOver = (text: string): boolean => this.#isOverAgent && isBackchannel(text) && this.#hasMoreToSay;

  /** Follows a session; `onTurn` is told of everything that the caller says. */
  follow(session: voice.AgentSession, onTurn: () => void): void {
    this.#session = session;
    session.on(voice.AgentSessionEventTypes.UserInputTranscribed, ({ transcript, isFinal }) => {
      if (isFinal) onTurn();
      const question = { asked: askedIn(this.#call), formats: this.#call.profile.order_number_formats };
      // The framework reads the delays right after this event.
      this.#setPatience(patienceAfter(transcript, question));
      if (this.#isOverAgent && this.#hasMoreToSay) session.interrupt();
    });
    this.listen();
  }

  /** The agent has said something: what it asked decides how long it waits for the answer. */
  readonly listen = (): void => this.#setPatience(patienceFor(askedIn(this.#call)));

  get #hasMoreToSay(): boolean {
    const speech = this.#session?.currentAgent.getActivityOrThrow().currentSpeech;
    return speech !== undefined && !speech.interrupted && !speech.done();
  }

  #setPatience(patience: Patience): void {
    this.#patience = patience;
    const { minDelay, maxDelay } = patience;
    this.#session?.updateOptions({ turnHandling: { endpointing: { minDelay, maxDelay } } });
  }
}
