import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Strings } from '../strings.ts';
import { keyboardIcon, microphoneIcon } from '../icons.ts';

export interface WelcomeModel {
  strings: Strings;
  onStart: (options: { withMicrophone: boolean }) => void;
}

/** Before the call: what it is, that it is automated and transcribed, and how to take part. */
export function renderWelcome({ strings, onStart }: WelcomeModel): TemplateResult {
  return html`
    <div class="body centred">
      <div class="hero" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></div>
      <h3>${strings.welcomeTitle}</h3>
      <p class="quiet">${strings.welcomeText}</p>
    </div>
    <div class="footer">
      <button
        class="button primary"
        part="button button-primary"
        type="button"
        data-focus
        aria-describedby="microphone-explanation notice"
        @click=${() => onStart({ withMicrophone: true })}
      >
        ${microphoneIcon}${strings.talk}
      </button>
      <button
        class="button"
        part="button"
        type="button"
        aria-describedby="notice"
        @click=${() => onStart({ withMicrophone: false })}
      >
        ${keyboardIcon}${strings.typeInstead}
      </button>
      <p class="fine" id="microphone-explanation">${strings.microphoneExplanation}</p>
      <p class="fine" id="notice" part="notice">${strings.notice}</p>
    </div>
  `;
}

/** While the browser's own question is open. */
export function renderMicrophonePrompt(strings: Strings, onSkip: () => void): TemplateResult {
  return html`
    <div class="body centred">
      <div class="badge" aria-hidden="true">${microphoneIcon}</div>
      <h3>${strings.promptTitle}</h3>
      <p class="quiet">${strings.promptText}</p>
    </div>
    <div class="footer">
      <button class="button" part="button" type="button" data-focus @click=${onSkip}>
        ${keyboardIcon}${strings.typeInstead}
      </button>
      <p class="fine" part="notice">${strings.notice}</p>
    </div>
  `;
}
