import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Strings } from '../strings.ts';
import type { MessageForm } from './message-form.ts';

export interface LeaveMessageModel {
  form: MessageForm;
  strings: Strings;
  onEnd: () => void;
}

/** Nobody came. The call stays open behind this form. */
export function renderLeaveMessage({ form, strings, onEnd }: LeaveMessageModel): TemplateResult {
  return html`
    <div class="body">
      <h3>${form.status === 'sent' ? strings.messageLeftTitle : strings.noAgentTitle}</h3>
      ${form.status === 'sent' ? nothing : html`<p class="quiet">${strings.noAgentText}</p>`}
      ${form.status === 'sent' ? nothing : renderForm(form, strings)}
      ${form.status === 'sent' ? renderOutcome(form, strings) : nothing}
    </div>
    <div class="footer">
      <button class="button end" part="button button-end" type="button" @click=${onEnd}>${strings.endCall}</button>
    </div>
  `;
}

function renderForm(form: MessageForm, strings: Strings): TemplateResult {
  return html`
    <form class="fields" novalidate @submit=${form.onSubmit}>
      <label>
        <span>${strings.yourMessage}</span>
        <textarea
          name="text"
          rows="3"
          dir="auto"
          maxlength="2000"
          required
          data-focus
          .value=${live(form.text)}
          @input=${form.onText}
        ></textarea>
      </label>
      <label>
        <span>${strings.yourContact}</span>
        <input
          name="contact"
          type="text"
          dir="auto"
          maxlength="254"
          autocomplete="email"
          required
          .value=${live(form.contact)}
          @input=${form.onContact}
        />
      </label>
      ${renderOutcome(form, strings)}
      <button class="button primary" part="button button-primary" type="submit" ?disabled=${form.status === 'sending'}>
        ${form.status === 'sending' ? strings.leavingMessage : strings.leaveMessage}
      </button>
    </form>
  `;
}

function renderOutcome(form: MessageForm, strings: Strings): TemplateResult {
  return html`<p class="outcome ${form.status}" role="status">${outcomeOf(form, strings)}</p>`;
}

function outcomeOf(form: MessageForm, strings: Strings): string | typeof nothing {
  switch (form.status) {
    case 'incomplete':
      return strings.messageIncomplete;
    case 'failed':
      return strings.messageNotLeft;
    case 'sent':
      return strings.messageLeft;
    case 'writing':
    case 'sending':
      return nothing;
  }
}
