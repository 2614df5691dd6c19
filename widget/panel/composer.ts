import type { ReactiveControllerHost } from 'lit';

export const maxMessageLength = 1000;
/** From here on the remaining characters are counted aloud. */
const countBelow = 100;

/** The message being typed. It survives every change of view. */
export class Composer {
  draft = '';
  readonly #host: ReactiveControllerHost;
  readonly #onSend: (text: string) => void;

  constructor(host: ReactiveControllerHost, onSend: (text: string) => void) {
    this.#host = host;
    this.#onSend = onSend;
  }

  /** Characters left, once that is worth saying. */
  get charactersLeft(): number | undefined {
    const left = maxMessageLength - this.draft.length;
    return left < countBelow ? left : undefined;
  }

  readonly onInput = (event: Event): void => {
    this.draft = (event.target as HTMLTextAreaElement).value;
    this.#host.requestUpdate();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    // Enter also ends a composition (Japanese, Chinese), and Shift+Enter starts a line.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  };

  readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#send();
  };

  #send(): void {
    const text = this.draft.trim();
    if (text === '') return;
    this.draft = '';
    this.#onSend(text);
    this.#host.requestUpdate();
  }
}
