import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MicrophoneState } from '../call/microphone.ts';
import type { Strings } from '../strings.ts';
import { hangUpIcon, microphoneIcon, mutedIcon } from '../icons.ts';

export interface CallBarModel {
  microphone: MicrophoneState;
  strings: Strings;
  /** Set where the agent understands typing only. */
  hidesMicrophone?: boolean;
  onMute: (isMuted: boolean) => void;
  onUseMicrophone: () => void;
  onEnd: () => void;
}

/** Microphone and hanging up. */
export function renderCallBar(model: CallBarModel): TemplateResult {
  const { strings, onEnd } = model;
  return html`
    <div class="call-bar" part="call-bar">
      ${model.hidesMicrophone ? nothing : renderMicrophone(model)}
      <button class="button end" part="button button-end" type="button" @click=${onEnd}>
        ${hangUpIcon}${strings.endCall}
      </button>
    </div>
  `;
}

/** A pressed button is named for what it does while pressed, so its name does not change with its state. */
function renderMicrophone({ microphone, strings, onMute, onUseMicrophone }: CallBarModel): TemplateResult {
  switch (microphone.kind) {
    case 'on':
    case 'muted': {
      const isMuted = microphone.kind === 'muted';
      return html`
        <button
          class="button microphone ${microphone.kind}"
          part="button button-mute"
          type="button"
          aria-pressed=${isMuted}
          @click=${() => onMute(!isMuted)}
        >
          ${isMuted ? mutedIcon : microphoneIcon}${strings.mute}
          <span class="meter" aria-hidden="true"><i></i></span>
        </button>
      `;
    }
    case 'off':
    case 'asking':
    case 'unavailable':
      return html`
        <button
          class="button"
          part="button button-microphone"
          type="button"
          ?disabled=${microphone.kind === 'asking'}
          @click=${onUseMicrophone}
        >
          ${microphoneIcon}${strings.useMicrophone}
        </button>
      `;
  }
}
