import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Strings } from '../strings.ts';
import { splitLinks } from './links.ts';
import { timeFormat } from './time-format.ts';
import type { Transcript, TranscriptEntry } from './transcript-entry.ts';

export interface TranscriptModel {
  transcript: Transcript;
  strings: Strings;
  lang: string;
  isThinking: boolean;
  /** The reader has scrolled up and there is more below. */
  hasMoreBelow: boolean;
  onSendAgain: (id: string) => void;
  onToLatest: () => void;
}

export function renderTranscript(model: TranscriptModel): TemplateResult {
  const { transcript, strings } = model;
  return html`
    <div class="transcript">
      <div class="log" part="transcript" role="log" aria-live="polite" aria-label=${strings.transcript} tabindex="0">
        ${repeat(
          transcript,
          ({ id }) => id,
          (entry) => renderEntry(entry, model),
        )}
        ${model.isThinking ? html`<div class="typing" aria-hidden="true"><i></i><i></i><i></i></div>` : nothing}
      </div>
      ${
        model.hasMoreBelow
          ? html`<button class="chip to-latest" type="button" @click=${model.onToLatest}>${strings.toLatest}</button>`
          : nothing
      }
    </div>
  `;
}

/** A turn that still grows is `aria-busy`, so that a screen reader reads it once, whole. */
function renderEntry(entry: TranscriptEntry, model: TranscriptModel): TemplateResult {
  const { role, text, status, atMs } = entry;
  const { strings } = model;
  return html`<div class="turn ${role} ${status}" part="message message-${role}" aria-busy=${status === 'interim'}>
    <span class="visually-hidden">${role === 'agent' ? strings.assistant : strings.you}: </span>
    <p dir="auto">${role === 'agent' ? renderLinked(text) : text}</p>
    <time class="visually-hidden" datetime=${new Date(atMs).toISOString()}>${timeFormat(model.lang).format(atMs)}</time>
    ${status === 'sending' ? html`<small>${strings.sending}</small>` : nothing}
    ${
      status === 'failed'
        ? html`<small class="not-sent">
            ${strings.notSent}
            <button class="link" type="button" @click=${() => model.onSendAgain(entry.id)}>${strings.sendAgain}</button>
          </small>`
        : nothing
    }
  </div>`;
}

function renderLinked(text: string) {
  return splitLinks(text).map((part) =>
    part.kind === 'text'
      ? part.text
      : html`<a href=${part.href} target="_blank" rel="noopener noreferrer nofollow">${part.text}</a>`,
  );
}
