import { type llm, voice } from '@livekit/agents';
import type { JoinResponse } from '@orderline/contract/call.ts';
import type { TurnSource } from '@orderline/contract/conversation.ts';
import type { AcceptResponse } from '@orderline/contract/proposal.ts';
import { answerWritten } from '../../agent-worker/call/answer-written.ts';
import { CallState } from '../../agent-worker/call/call-state.ts';
import { HangUp } from '../../agent-worker/call/hang-up.ts';
import { recordAgentTurns } from '../../agent-worker/call/record-agent-turns.ts';
import { restoreCall } from '../../agent-worker/call/restore-call.ts';
import { OrderAgent } from '../../agent-worker/order-agent.ts';
import { EventQueue } from '../../agent-worker/server-api/event-queue.ts';
import { OrderDesk } from '../../agent-worker/server-api/order-desk.ts';
import { ServerClient } from '../../agent-worker/server-api/server-client.ts';

/** One thing that a caller says, types or keys. */
export interface CallerTurn {
  readonly text: string;
  readonly by: Exclude<TurnSource, 'tap'>;
  /** The caller goes on without waiting for the answer. */
  readonly isHasty: boolean;
}

/**
 * A call as its job runs it, from the join to the end: the framework's session, the agent with its gates and tools, and the
 * client that asks a real server. Only the room is missing: what is said is taken from the session.
 */
export class HostileCall {
  readonly id: string;
  /** What the server has answered to confirmations. */
  readonly acknowledged: AcceptResponse[] = [];
  readonly #state: CallState;
  readonly #session: voice.AgentSession;
  readonly #speeches: voice.SpeechHandle[] = [];
  readonly #left = Promise.withResolvers<undefined>();
  #turns = 0;

  private constructor(joined: JoinResponse, { model, serverUrl }: { model: llm.LLM; serverUrl: string }) {
    const server = new ServerClient({ serverUrl, callId: joined.call_id, token: joined.call_token });
    const desk = new OrderDesk(server);
    const accept = desk.accept.bind(desk);
    desk.accept = async (...asked) => {
      const answer = await accept(...asked);
      if (answer.outcome === 'ok') this.acknowledged.push(answer.value);
      return answer;
    };
    const events = new EventQueue({ send: (batch) => server.recordEvents(batch), onRefused: () => undefined });
    this.id = joined.call_id;
    this.#state = new CallState(joined, { server, desk, events });
    this.#state.phase = 'talking';
    this.#session = new voice.AgentSession({ llm: model, vad: null, turnHandling: { turnDetection: null } });
    this.#session.on(voice.AgentSessionEventTypes.SpeechCreated, ({ speechHandle }) => {
      this.#speeches.push(speechHandle);
    });
  }

  static async begin(joined: JoinResponse, means: { model: llm.LLM; serverUrl: string }): Promise<HostileCall> {
    const call = new HostileCall(joined, means);
    const hangUp = new HangUp(call.#state, call.#session, () => call.#left.resolve(undefined));
    const { chatCtx } = restoreCall(joined.conversation);
    const agent = new OrderAgent(call.#state, { hangUp, chatCtx });
    recordAgentTurns(call.#session, call.#state, () => undefined);
    await call.#session.start({ agent, record: false });
    return call;
  }

  /** What the caller has heard. */
  get said(): string[] {
    const { items } = this.#session.history;
    return items.flatMap((item) =>
      item.type === 'message' && item.role === 'assistant' ? [item.textContent ?? ''] : [],
    );
  }

  /** The turns one after the other, each answered to its end unless the caller is hasty. */
  async hear(turns: readonly CallerTurn[]): Promise<void> {
    for (const turn of turns) {
      if (this.#state.phase !== 'talking') return;
      await this.#take(turn);
      if (!turn.isHasty) await this.#silence();
    }
    await this.#silence();
  }

  /** The caller hangs up, unless the agent has. Resolves when the server has the end of the call. */
  async end(): Promise<void> {
    if (this.#state.phase === 'talking') {
      await this.#state.events.stored();
      await this.#state.server.endCall('customer_left');
    } else {
      await this.#left.promise;
    }
    // The framework takes half a second to close, in which nothing happens.
    void this.#session.close();
  }

  async #take({ text, by }: CallerTurn): Promise<void> {
    this.#turns += 1;
    if (by === 'voice') {
      const now = Date.now();
      const heard = { transcriptConfidence: 1, startedSpeakingAt: now, stoppedSpeakingAt: now };
      const timing = { transcriptionDelay: 0, endOfUtteranceDelay: 0 };
      await this.#session._activity?.onEndOfTurn({ newTranscript: text, ...heard, ...timing });
    } else {
      const turn = { id: `turn_${this.#turns}`, text, by };
      await answerWritten(turn, { session: this.#session, call: this.#state, onTurn: () => undefined });
    }
  }

  /** Until every answer that was begun is over: its tools, and what is said to their outputs. */
  async #silence(): Promise<void> {
    await this.#session.waitForIdle();
    for (let speech = this.#speeches.pop(); speech !== undefined; speech = this.#speeches.pop()) {
      await speech.waitForPlayout();
    }
  }
}
