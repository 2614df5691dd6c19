import { type llm, voice } from '@livekit/agents';
import type { CallState } from './call/call-state.ts';
import type { HangUp } from './call/hang-up.ts';
import { settleSpeech } from './call/settle-speech.ts';
import { forModel, takeTurn } from './call/take-turn.ts';
import { instructions } from './instructions.ts';
import { endCall } from './tools/end-call.ts';
import { getOrder } from './tools/get-order.ts';
import { orderLookup } from './tools/order-lookup.ts';
import { searchKnowledge } from './tools/search-knowledge.ts';
import { sendTrackingLink } from './tools/send-tracking-link.ts';

/** The agent of the order desk: the store's rules, its tools, and the two gates through which everything passes. */
export class OrderAgent extends voice.Agent {
  readonly #call: CallState;

  constructor(call: CallState, { hangUp, chatCtx }: { hangUp: HangUp; chatCtx: llm.ChatContext }) {
    super({
      instructions: instructions(call.profile, call.today),
      chatCtx,
      tools: [orderLookup(call), getOrder(call), searchKnowledge(call), sendTrackingLink(call), endCall(hangUp)],
    });
    this.#call = call;
  }

  /** Every spoken turn, when it is complete; typed ones come in by `room-io`. */
  override async onUserTurnCompleted(chatCtx: llm.ChatContext, message: llm.ChatMessage): Promise<void> {
    const text = takeTurn({ id: message.id, text: message.textContent ?? '', by: 'voice' }, this.#call);
    if (text === undefined) throw new voice.StopResponse();
    message.content = [text];
    const { currentSpeech } = this.getActivityOrThrow();
    if (currentSpeech?.interrupted !== true) return;
    await settleSpeech(currentSpeech.waitForPlayout());
    // The context was copied before the interrupted speech was in it.
    const missing = this.chatCtx.items.filter(({ id }) => chatCtx.getById(id) === undefined);
    chatCtx.insert(missing);
  }

  /** Whatever goes to a model, speculative requests included: they are made before the turn is complete. */
  override llmNode(
    chatCtx: llm.ChatContext,
    toolCtx: llm.ToolContext,
    modelSettings: voice.ModelSettings,
  ): ReturnType<voice.Agent['llmNode']> {
    return voice.Agent.default.llmNode(this, forModel(chatCtx), toolCtx, modelSettings);
  }
}
