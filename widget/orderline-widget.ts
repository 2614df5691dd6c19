import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from './base.styles.ts';
import { CallController } from './call/call-controller.ts';
import { isOnCall } from './call/call-state.ts';
import { renderLauncher } from './launcher/launcher-view.ts';
import { launcherStyles } from './launcher/launcher.styles.ts';
import { defaultStrings } from './strings.ts';
import type { Strings } from './strings.ts';
import { themeStyles } from './theme.styles.ts';

/**
 * A floating button that puts a store's visitor through to the order agent, by voice or by typing.
 *
 * ```html
 * <script type="module" src="https://orderline.example/widget/orderline-widget.js"></script>
 * <orderline-widget server="https://orderline.example"></orderline-widget>
 * ```
 *
 * @fires orderline-call-started - The visitor is in a call: `{isResumed}`
 * @fires orderline-call-ended - The call is over: `{by}`
 * @fires orderline-call-error - The call could not be made, or was lost: `{reason}`
 *
 * @csspart launcher - The floating button, and the pill during a call
 * @csspart panel - The dialog
 * @csspart header, heading, status, close - The top of the panel
 * @csspart body, transcript, message, message-agent, message-customer - The conversation
 * @csspart composer, send, call-bar, notice - Below the conversation
 * @csspart button, button-primary, button-end, button-mute, button-microphone, button-sound - The buttons
 *
 * @cssprop --orderline-accent - Colour of the launcher, main buttons and the visitor's own messages
 * @cssprop --orderline-on-accent - Text on the accent
 * @cssprop --orderline-surface, --orderline-surface-raised - Background of the panel, and of what lies on it
 * @cssprop --orderline-text, --orderline-text-quiet - Text, and text of less weight
 * @cssprop --orderline-line - Borders
 * @cssprop --orderline-danger - Ending a call
 * @cssprop --orderline-font - Font family
 * @cssprop --orderline-radius - Roundness of the panel
 * @cssprop --orderline-inset-block, --orderline-inset-inline - Distance from the bottom and from the end of the page
 * @cssprop --orderline-z-index - Height over the page
 */
export class OrderlineWidget extends LitElement {
  static override styles = [themeStyles, baseStyles, launcherStyles];

  /** Address of the Orderline server, absolute or relative to the page. Required. */
  @property() server = '';

  /** Words on the floating button. */
  @property() label = '';

  /** Title of the panel. */
  @property() heading = '';

  /** `light` or `dark`; anything else follows the visitor's system. */
  @property({ reflect: true }) theme = 'auto';

  /** Language of `strings`, and how times are written: a BCP 47 tag. */
  @property({ reflect: true }) override lang = 'en';

  /** Any of the widget's words, in place of the English ones. */
  @property({ attribute: false }) strings: Partial<Strings> = {};

  @state() private panel: PanelState = 'closed';

  readonly #call = new CallController(this, () => void this.#openPanel({ movesFocus: false }));
  #movesFocus = true;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server')) this.#call.server = this.#serverUrl;
  }

  protected override render(): TemplateResult {
    if (!this.#serverUrl) return this.#renderSetupHelp();
    const strings: Strings = { ...defaultStrings, ...this.strings };
    const { snapshot } = this.#call;
    return html`
      ${this.panel === 'missing' ? html`<p class="help" role="alert">${strings.panelMissing}</p>` : nothing}
      ${renderLauncher({
        state: snapshot.state,
        strings,
        label: this.label || strings.label,
        isOnCall: isOnCall(snapshot.state),
        isPanelOpen: this.panel === 'open',
        onOpen: () => void this.#openPanel({ movesFocus: true }),
        onIntent: this.#preload,
      })}
      <orderline-panel
        exportparts=${panelParts}
        .call=${this.#call}
        .snapshot=${snapshot}
        .strings=${strings}
        .heading=${this.heading || strings.heading}
        lang=${this.lang}
        .language=${this.lang}
        .isOpen=${this.panel === 'open'}
        .movesFocus=${this.#movesFocus}
        @orderline-panel-close=${this.#closePanel}
      ></orderline-panel>
    `;
  }

  #renderSetupHelp(): TemplateResult {
    const problem = this.server === '' ? 'the server attribute is missing' : 'the server attribute is not an address';
    return html`<p class="help" part="setup-help" role="note" dir="ltr">
      &lt;orderline-widget&gt;: ${problem}. Write server="https://…", the address of your Orderline server.
    </p>`;
  }

  async #openPanel({ movesFocus }: { movesFocus: boolean }): Promise<void> {
    this.#movesFocus = movesFocus;
    this.#call.preload();
    try {
      await loadPanel();
      this.panel = 'open';
      this.#call.rememberPanel(true);
    } catch {
      this.panel = 'missing';
    }
  }

  readonly #closePanel = (): void => {
    this.panel = 'closed';
    this.#call.rememberPanel(false);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus());
  };

  /** The visitor is about to click: everything a call needs may come meanwhile. */
  readonly #preload = (): void => {
    this.#call.preload();
    // A failure shows when the panel is really wanted.
    loadPanel().catch(() => undefined);
  };

  get #serverUrl(): URL | undefined {
    if (this.server === '' || !URL.canParse(this.server, document.baseURI)) return undefined;
    // With its closing slash, so that a server below a path keeps the path.
    return new URL(this.server.replace(/\/?$/, '/'), document.baseURI);
  }
}

/** `missing`: its code could not be fetched. */
type PanelState = 'closed' | 'open' | 'missing';

const panelParts = [
  ...['panel', 'header', 'heading', 'status', 'close', 'body', 'transcript', 'message', 'message-agent'],
  ...['message-customer', 'composer', 'send', 'call-bar', 'notice', 'button', 'button-primary', 'button-end'],
  ...['button-mute', 'button-microphone', 'button-sound'],
].join(',');

async function loadPanel(): Promise<void> {
  await import('./panel/define-panel.ts');
}

declare global {
  interface HTMLElementTagNameMap {
    'orderline-widget': OrderlineWidget;
  }
}
