import { type llm, voice } from '@livekit/agents';
import type { CallState } from './call/call-state.ts';
import type { HangUp } from './call/hang-up.ts';
import { settleSpeech } from './call/settle-speech.ts';
import { sayOwnWords } from './call/say-own-words.ts';
import { customerMessage, forModel, takeTurn } from './call/take-turn.ts';
import { noteWhatComes } from './call/note-what-comes.ts';
import { instructions } from './instructions.ts';
import { orderTools } from './tools/order-tools.ts';
import { withKnownOrders } from './tools/with-known-orders.ts';

/** The agent of the order desk: the store's rules, its tools, and the two gates through which everything passes. */
export class OrderAgent extends voice.Agent {
  readonly #call: CallState;

  constructor(call: CallState, { hangUp, chatCtx }: { hangUp: HangUp; chatCtx: llm.ChatContext }) {
    super({
      instructions: instructions(call.profile, call.today),
      chatCtx,
      tools: orderTools(call, hangUp),
    });
    this.#call = call;
  }

  /** Every spoken turn, when it is complete; typed ones come in by `room-io`. */
  override async onUserTurnCompleted(chatCtx: llm.ChatContext, message: llm.ChatMessage): Promise<void> {
    const text = takeTurn({ id: message.id, text: message.textContent ?? '', by: 'voice' }, this.#call);
    if (text === undefined) throw new voice.StopResponse();
    message.content = [text];
    const { currentSpeech } = this.getActivityOrThrow();
    if (currentSpeech?.interrupted === true) await settleSpeech(currentSpeech.waitForPlayout());
    const turn = { id: message.id, text, by: 'voice' } as const;
    if (this.#call.confirmation.hear(turn)) {
      // What a model has begun to say to it knows nothing of the answer.
      this.session.generateReply({ userInput: customerMessage(turn) });
      throw new voice.StopResponse();
    }
    if (currentSpeech?.interrupted !== true) return;
    // The context was copied before the interrupted speech was in it.
    const missing = this.chatCtx.items.filter(({ id }) => chatCtx.getById(id) === undefined);
    chatCtx.insert(missing);
  }

  /**
   * Whatever goes to a model, speculative requests included: they are made before the turn is complete. What the worker
   * has to say itself comes first.
   */
  override llmNode(
    chatCtx: llm.ChatContext,
    toolCtx: llm.ToolContext,
    modelSettings: voice.ModelSettings,
  ): ReturnType<voice.Agent['llmNode']> {
    const ask = (said: readonly llm.ChatItem[]) => {
      const context = forModel(chatCtx);
      context.items.push(...said);
      const tools = withKnownOrders(toolCtx, [...this.#call.verifiedOrders]);
      return voice.Agent.default.llmNode(this, context, tools, modelSettings);
    };
    const { words } = this.#call.confirmation;
    const reply = words === undefined ? ask([]) : Promise.resolve(sayOwnWords(words, (said) => ask([said])));
    return noteWhatComes(reply, this.#call);
  }
}
