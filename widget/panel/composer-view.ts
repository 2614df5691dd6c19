import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Strings } from '../strings.ts';
import { maxMessageLength } from './composer.ts';
import type { Composer } from './composer.ts';
import { sendIcon } from '../icons.ts';

/** The typing box; Enter sends, Shift+Enter starts a line. `isFirst`: the visitor types, so the focus belongs here. */
export function renderComposer(composer: Composer, strings: Strings, isFirst: boolean): TemplateResult {
  const { charactersLeft } = composer;
  return html`
    <form class="composer" part="composer" @submit=${composer.onSubmit}>
      <textarea
        rows="1"
        dir="auto"
        ?data-focus=${isFirst}
        enterkeyhint="send"
        maxlength=${maxMessageLength}
        aria-label=${strings.message}
        aria-describedby="characters-left"
        placeholder=${strings.messagePlaceholder}
        .value=${live(composer.draft)}
        @input=${composer.onInput}
        @keydown=${composer.onKeydown}
      ></textarea>
      <button
        class="icon-button send"
        part="send"
        type="submit"
        aria-label=${strings.send}
        title=${strings.send}
        aria-disabled=${composer.draft.trim() === ''}
      >
        ${sendIcon}
      </button>
      <span class="counter ${charactersLeft === undefined ? '' : 'shown'}" id="characters-left" role="status">
        ${charactersLeft === undefined ? nothing : strings.charactersLeft(charactersLeft)}
      </span>
    </form>
  `;
}
