import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CallController } from '../call/call-controller.ts';
import { CallError } from '../call/call-error.ts';
import { idleSnapshot } from '../call/call-snapshot.ts';
import type { CallSnapshot } from '../call/call-snapshot.ts';
import { isOnCall } from '../call/call-state.ts';
import type { CallPhase } from '../call/call-state.ts';
import { defaultStrings } from '../strings.ts';
import type { Strings } from '../strings.ts';
import { StickToEnd } from '../transcript/stick-to-end.ts';
import { transcriptText } from '../transcript/transcript-text.ts';
import type { TranscriptModel } from '../transcript/transcript-view.ts';
import { renderCall } from './call-view.ts';
import { Composer } from './composer.ts';
import { DialogController } from './dialog-controller.ts';
import { renderHeader } from './header-view.ts';
import { renderLeaveMessage } from './leave-message-view.ts';
import { MessageForm } from './message-form.ts';
import { MicrophoneLevel } from './microphone-level.ts';
import { panelStyles } from './orderline-panel.styles.ts';
import { renderEnded, renderFailed, renderMoved } from './outcome-view.ts';
import type { CopyStatus } from './outcome-view.ts';
import { RetryCountdown } from './retry-countdown.ts';
import { renderMicrophonePrompt, renderWelcome } from './welcome-view.ts';

/** Screens of one message and its buttons. */
const plainPhases: ReadonlySet<CallPhase> = new Set<CallPhase>(['idle', 'asking-microphone', 'moved', 'failed']);

/** The widget's dialog: shows one call and passes on what its visitor does. Part of `<orderline-widget>`. */
export class OrderlinePanel extends LitElement {
  static override styles = panelStyles;

  @property({ attribute: false }) call!: CallController;
  @property({ attribute: false }) snapshot: CallSnapshot = idleSnapshot;
  @property({ attribute: false }) strings: Strings = defaultStrings;
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) isOpen = false;
  /** Whether opening takes the focus along: not when the panel opens by itself. */
  @property({ attribute: false }) movesFocus = true;
  @property({ attribute: false }) language = 'en';

  @state() private copyStatus: CopyStatus = 'ready';

  readonly #dialog = new DialogController(this, () => this.#close());
  readonly #composer = new Composer(this, (text) => this.call.session?.say(text));
  readonly #message = new MessageForm(this, async (message) => {
    if (!this.call.session) throw new CallError('call-ended');
    await this.call.session.leaveMessage(message);
  });
  readonly #level = new MicrophoneLevel(this);
  readonly #stick = new StickToEnd(this, '.log');
  readonly #countdown = new RetryCountdown(this);
  #shownPhase: CallPhase = 'idle';

  protected override willUpdate(): void {
    const { state, microphone } = this.snapshot;
    this.#level.follow(microphone.kind === 'on' ? microphone.track : undefined);
    this.#countdown.follow(state.phase === 'failed' ? state.retryAtMs : undefined);
    if (state.phase !== this.#shownPhase) this.#changePhase(this.#shownPhase, state.phase);
  }

  protected override render(): TemplateResult {
    const { strings, heading, snapshot } = this;
    const { state } = snapshot;
    return html`
      <dialog
        class="panel ${plainPhases.has(state.phase) ? 'plain' : ''}"
        part="panel"
        tabindex="-1"
        aria-labelledby="heading"
        @keydown=${this.#dialog.onKeydown}
        @cancel=${this.#dialog.onCancel}
      >
        ${
          this.isOpen
            ? [
                renderHeader({ state, strings, heading, isOnCall: isOnCall(state), onClose: this.#close }),
                this.#renderBody(strings),
              ]
            : nothing
        }
      </dialog>
    `;
  }

  #renderBody(strings: Strings): TemplateResult {
    const { snapshot } = this;
    const { session } = this.call;
    const { state } = snapshot;
    switch (state.phase) {
      case 'idle':
        return renderWelcome({ strings, onStart: (options) => void this.call.start(options) });
      case 'asking-microphone':
        return renderMicrophonePrompt(strings, () => session?.skipMicrophone());
      case 'connecting':
      case 'waiting-for-agent':
      case 'listening':
      case 'thinking':
      case 'speaking':
      case 'reconnecting':
        return renderCall({
          snapshot,
          strings,
          composer: this.#composer,
          transcript: this.#transcriptModel(strings),
          bar: {
            microphone: snapshot.microphone,
            strings,
            onMute: (isMuted) => void session?.setMuted(isMuted),
            onUseMicrophone: () => void session?.turnMicrophoneOn(),
            onEnd: this.#end,
          },
          onTurnSoundOn: () => void session?.startSound(),
        });
      case 'no-agent':
        return renderLeaveMessage({ form: this.#message, strings, onEnd: this.#end });
      case 'moved':
        return renderMoved(strings, this.#retry);
      case 'ended':
        return renderEnded({
          transcript: this.#transcriptModel(strings),
          strings,
          copyStatus: this.copyStatus,
          onCopy: () => void this.#copy(),
          onStartAgain: () => this.call.reset(),
        });
      case 'failed': {
        const secondsToWait = this.#countdown.seconds;
        return renderFailed({ reason: state.reason, secondsToWait, strings, onRetry: this.#retry });
      }
    }
  }

  #transcriptModel(strings: Strings): TranscriptModel {
    const { state, transcript } = this.snapshot;
    return {
      transcript,
      strings,
      lang: this.language,
      isThinking: state.phase === 'thinking',
      hasMoreBelow: !this.#stick.isFollowing,
      onSendAgain: (id) => this.call.session?.sayAgain(id),
      onToLatest: () => this.#stick.toEnd(),
    };
  }

  /** What was typed goes with the visitor from the call to the message form, and back. */
  #changePhase(from: CallPhase, to: CallPhase): void {
    this.#shownPhase = to;
    this.copyStatus = 'ready';
    if (to === 'no-agent') {
      const unread = [...(this.call.session?.unreadTexts ?? []), this.#composer.draft];
      this.#message.begin(unread.join('\n').trim());
    } else if (from === 'no-agent') {
      this.#composer.draft ||= this.#message.takeBack();
    }
  }

  async #copy(): Promise<void> {
    const text = transcriptText(this.snapshot.transcript, this.strings, this.language);
    try {
      await navigator.clipboard.writeText(text);
      this.copyStatus = 'copied';
    } catch {
      this.copyStatus = 'failed';
    }
  }

  readonly #end = (): void => this.call.session?.end();

  readonly #retry = (): void => void this.call.retry();

  readonly #close = (): void => {
    this.dispatchEvent(new Event('orderline-panel-close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'orderline-panel': OrderlinePanel;
  }
}
