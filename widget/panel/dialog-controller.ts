import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Up to here the panel is a sheet over the whole page, and the page behind it is out of reach. */
const sheetQuery = '(max-width: 30rem), (max-height: 26rem)';

type Host = ReactiveControllerHost & {
  renderRoot: HTMLElement | DocumentFragment;
  isOpen: boolean;
  movesFocus: boolean;
};

/**
 * The panel as a `<dialog>`: beside the page on a wide screen (not modal, the page stays usable), a modal sheet on a
 * narrow one. Escape asks to close; a focus that loses its element in a change of views goes to what is next.
 */
export class DialogController implements ReactiveController {
  readonly #host: Host;
  readonly #onClose: () => void;
  readonly #sheet = matchMedia(sheetQuery);
  #hadFocus = false;

  constructor(host: Host, onClose: () => void) {
    this.#host = host;
    this.#onClose = onClose;
    host.addController(this);
  }

  hostConnected(): void {
    this.#sheet.addEventListener('change', this.#onSheetChange);
  }

  hostDisconnected(): void {
    this.#sheet.removeEventListener('change', this.#onSheetChange);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#focused !== null;
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (!dialog) return;
    if (dialog.open !== this.#host.isOpen) {
      if (this.#host.isOpen) this.#show(dialog, this.#host.movesFocus);
      else dialog.close();
    } else if (dialog.open && this.#hadFocus && this.#focused === null) {
      this.#focusFirst();
    }
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    // In a modal sheet the browser closes by `cancel`; beside the page Escape is ours to hear.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.#onClose();
  };

  readonly onCancel = (event: Event): void => {
    event.preventDefault();
    this.#onClose();
  };

  #show(dialog: HTMLDialogElement, movesFocus: boolean): void {
    const before = document.activeElement;
    if (this.#sheet.matches) dialog.showModal();
    else dialog.show();
    // Opening a dialog always takes the focus: it goes on to the view's choice, or back to where the visitor was.
    if (movesFocus || this.#sheet.matches) this.#focusFirst();
    else if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
    else this.#focused?.blur();
  }

  /** What matters next, where a view has marked it. */
  #focusFirst(): void {
    const first = this.#host.renderRoot.querySelector<HTMLElement>('[data-focus]') ?? this.#dialog;
    first?.focus({ preventScroll: true });
  }

  readonly #onSheetChange = (): void => {
    const dialog = this.#dialog;
    if (!dialog?.open) return;
    const hadFocus = this.#focused !== null;
    dialog.close();
    this.#show(dialog, hadFocus);
  };

  get #focused(): HTMLElement | null {
    return (this.#host.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }
}
