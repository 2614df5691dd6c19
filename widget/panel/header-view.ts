import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallPhase, CallState } from '../call/call-state.ts';
import type { Strings } from '../strings.ts';
import { closeIcon, headsetIcon, minimiseIcon } from '../icons.ts';

const talking: ReadonlySet<CallPhase> = new Set<CallPhase>(['listening', 'thinking', 'speaking']);

export interface HeaderModel {
  state: CallState;
  strings: Strings;
  heading: string;
  isOnCall: boolean;
  onClose: () => void;
}

/** Who one is talking to and what they are doing; the status is announced when it changes. */
export function renderHeader({ state, strings, heading, isOnCall, onClose }: HeaderModel): TemplateResult {
  const closeLabel = isOnCall ? strings.minimise : strings.close;
  return html`
    <div class="header" part="header">
      <span class="avatar" aria-hidden="true">${headsetIcon}</span>
      <div class="title">
        <h2 id="heading" part="heading">${heading}</h2>
        <p class="status" part="status" role="status">
          ${talking.has(state.phase) ? html`<span class="pulse ${state.phase === 'speaking' ? 'moving' : ''}" aria-hidden="true"><i></i><i></i><i></i></span>` : nothing}
          <span>${strings.status(state)}</span>
        </p>
      </div>
      <button
        class="icon-button"
        part="close"
        type="button"
        aria-label=${closeLabel}
        title=${closeLabel}
        @click=${onClose}
      >
        ${isOnCall ? minimiseIcon : closeIcon}
      </button>
    </div>
  `;
}
