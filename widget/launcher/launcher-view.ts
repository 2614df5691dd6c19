import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallState } from '../call/call-state.ts';
import type { Strings } from '../strings.ts';
import { headsetIcon } from '../icons.ts';

export interface LauncherModel {
  state: CallState;
  strings: Strings;
  label: string;
  isOnCall: boolean;
  isPanelOpen: boolean;
  onOpen: () => void;
  onIntent: () => void;
}

/** The floating button; during a call, the pill that leads back to it. */
export function renderLauncher(model: LauncherModel): TemplateResult {
  const { state, strings, label, isPanelOpen, onOpen, onIntent } = model;
  // Behind the open panel it waits unseen, and repeats nothing that the panel says.
  const isPill = model.isOnCall && !isPanelOpen;
  return html`
    <button
      class="launcher ${isPill ? 'on-call' : ''}"
      part="launcher"
      type="button"
      aria-haspopup="dialog"
      aria-expanded=${isPanelOpen}
      ?hidden=${isPanelOpen}
      @click=${onOpen}
      @pointerenter=${onIntent}
      @focus=${onIntent}
    >
      ${
        isPill
          ? html`<span class="pulse moving" aria-hidden="true"><i></i><i></i><i></i></span>
              <span>${strings.onACall}<span class="quiet"> · ${strings.status(state)}</span></span>`
          : html`${headsetIcon}<span>${label}</span>`
      }
    </button>
  `;
}
