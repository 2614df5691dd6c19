import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallErrorReason } from '../call/call-error.ts';
import type { Strings } from '../strings.ts';
import { renderTranscript } from '../transcript/transcript-view.ts';
import type { TranscriptModel } from '../transcript/transcript-view.ts';
import { againIcon, alertIcon, copyIcon } from '../icons.ts';

export type CopyStatus = 'ready' | 'copied' | 'failed';

export interface EndedModel {
  transcript: TranscriptModel;
  strings: Strings;
  copyStatus: CopyStatus;
  onCopy: () => void;
  onStartAgain: () => void;
}

/** The call is over; what was said stays readable. */
export function renderEnded({ transcript, strings, copyStatus, onCopy, onStartAgain }: EndedModel): TemplateResult {
  const copyLabel = { ready: strings.copyTranscript, copied: strings.copied, failed: strings.notCopied }[copyStatus];
  const hasTranscript = transcript.transcript.length > 0;
  return html`
    <div class="body ${hasTranscript ? 'flush' : ''}">
      ${hasTranscript ? renderTranscript(transcript) : html`<div class="grow"></div>`}
    </div>
    <div class="footer">
      <div class="farewell">
        <h3>${strings.endedTitle}</h3>
        <p class="quiet">${strings.endedText}</p>
      </div>
      <div class="pair">
        <button class="button primary" part="button button-primary" type="button" data-focus @click=${onStartAgain}>
          ${againIcon}${strings.startAgain}
        </button>
        <button class="button" part="button" type="button" ?disabled=${!hasTranscript} @click=${onCopy}>
          ${copyIcon}${copyLabel}
        </button>
      </div>
      <p class="visually-hidden" role="status">${copyStatus === 'ready' ? nothing : copyLabel}</p>
    </div>
  `;
}

/** The call goes on in another tab. */
export function renderMoved(strings: Strings, onContinueHere: () => void): TemplateResult {
  return html`
    <div class="body centred">
      <h3>${strings.movedTitle}</h3>
      <p class="quiet">${strings.movedText}</p>
    </div>
    <div class="footer">
      <button class="button primary" part="button button-primary" type="button" data-focus @click=${onContinueHere}>
        ${strings.continueHere}
      </button>
    </div>
  `;
}

export interface FailedModel {
  reason: CallErrorReason;
  /** Until the server wants to be asked again. */
  secondsToWait: number;
  strings: Strings;
  onRetry: () => void;
}

/** What failed and what to do next. */
export function renderFailed({ reason, secondsToWait, strings, onRetry }: FailedModel): TemplateResult {
  const { title, advice } = strings.failures[reason];
  const isWaiting = secondsToWait > 0;
  return html`
    <div class="body centred" role="alert">
      <div class="badge warning" aria-hidden="true">${alertIcon}</div>
      <h3>${title}</h3>
      <p class="quiet">${advice}</p>
    </div>
    <div class="footer">
      <button
        class="button primary"
        part="button button-primary"
        type="button"
        data-focus
        ?disabled=${isWaiting}
        @click=${onRetry}
      >
        ${againIcon}${isWaiting ? strings.tryAgainIn(secondsToWait) : strings.tryAgain}
      </button>
    </div>
  `;
}
