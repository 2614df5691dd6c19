import type { ReactiveControllerHost } from 'lit';

export type MessageStatus = 'writing' | 'incomplete' | 'sending' | 'sent' | 'failed';

interface LeftMessage {
  text: string;
  contact: string;
}

/** The message left for the store's people: what is written stays until it has arrived. */
export class MessageForm {
  text = '';
  contact = '';
  status: MessageStatus = 'writing';
  #unread = '';
  readonly #host: ReactiveControllerHost;
  readonly #send: (message: LeftMessage) => Promise<void>;

  constructor(host: ReactiveControllerHost, send: (message: LeftMessage) => Promise<void>) {
    this.#host = host;
    this.#send = send;
  }

  /** Nobody came: what was typed to nobody begins the message, unless one is being written. */
  begin(unread: string): void {
    if (this.status === 'sent') this.status = 'writing';
    if (this.text !== '') return;
    this.text = unread;
    this.#unread = unread;
  }

  /** Somebody came after all: gives back what was written beyond what they will be sent anyway. */
  takeBack(): string {
    const own = this.text === this.#unread ? '' : this.text;
    this.text = '';
    return own;
  }

  readonly onText = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
  };

  readonly onContact = (event: Event): void => {
    this.contact = (event.target as HTMLInputElement).value;
  };

  readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#leave();
  };

  async #leave(): Promise<void> {
    const message = { text: this.text.trim(), contact: this.contact.trim() };
    // The contract's bounds (contract/visit.ts); the server decides what is a contact.
    if (message.text === '' || message.contact.length < 5) {
      this.#set('incomplete');
      return;
    }
    this.#set('sending');
    try {
      await this.#send(message);
      this.text = '';
      this.#set('sent');
    } catch {
      this.#set('failed');
    }
  }

  #set(status: MessageStatus): void {
    this.status = status;
    this.#host.requestUpdate();
  }
}
