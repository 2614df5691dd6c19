import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallSnapshot } from '../call/call-snapshot.ts';
import type { Strings } from '../strings.ts';
import { renderTranscript } from '../transcript/transcript-view.ts';
import type { TranscriptModel } from '../transcript/transcript-view.ts';
import { renderCallBar } from './call-bar-view.ts';
import type { CallBarModel } from './call-bar-view.ts';
import { renderComposer } from './composer-view.ts';
import type { Composer } from './composer.ts';
import { alertIcon, keyboardIcon, mutedIcon, soundIcon } from '../icons.ts';

export interface CallModel {
  snapshot: CallSnapshot;
  strings: Strings;
  composer: Composer;
  transcript: TranscriptModel;
  bar: CallBarModel;
  onTurnSoundOn: () => void;
}

/** A call in progress. Where the agent does not hear, typing comes before the microphone. */
export function renderCall(model: CallModel): TemplateResult {
  const { snapshot, strings, composer } = model;
  const isTyping = snapshot.microphone.kind !== 'on' || snapshot.hearsSpeech === false;
  const bar = snapshot.hearsSpeech === false ? renderSilentBar(model) : renderCallBar(model.bar);
  return html`
    <div class="body flush" part="body">
      ${snapshot.transcript.length === 0 ? html`<p class="fine notice" part="notice">${strings.notice}</p>` : nothing}
      ${renderTranscript(model.transcript)}
    </div>
    <div class="footer">
      <div class="advice" role="status">${renderAdvice(model)}</div>
      ${renderComposer(composer, strings, isTyping)} ${bar}
    </div>
  `;
}

/** No use for a microphone that nobody hears. One that is on can still be muted. */
function renderSilentBar({ snapshot, bar }: CallModel): TemplateResult {
  const { kind } = snapshot.microphone;
  return kind === 'on' || kind === 'muted' ? renderCallBar(bar) : renderCallBar({ ...bar, hidesMicrophone: true });
}

function renderAdvice({ snapshot, strings, onTurnSoundOn }: CallModel): (TemplateResult | typeof nothing)[] {
  const { microphone } = snapshot;
  return [
    snapshot.isSoundBlocked
      ? html`<p class="tip">
          ${soundIcon}<span>${strings.soundBlocked}</span>
          <button class="button small primary" part="button button-sound" type="button" @click=${onTurnSoundOn}>
            ${strings.turnSoundOn}
          </button>
        </p>`
      : nothing,
    snapshot.hearsSpeech === false
      ? html`<p class="tip">${keyboardIcon}<span>${strings.typingOnly}</span></p>`
      : nothing,
    microphone.kind === 'muted' && snapshot.hearsSpeech !== false
      ? html`<p class="tip">${mutedIcon}<span>${strings.muted}</span></p>`
      : nothing,
    microphone.kind === 'unavailable' && snapshot.hearsSpeech !== false
      ? html`<p class="tip">${alertIcon}<span>${strings.microphoneRefusals[microphone.reason]}</span></p>`
      : nothing,
  ];
}
