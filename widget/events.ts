import type { CallErrorReason } from './call/call-error.ts';

/** The events that `<orderline-widget>` dispatches; all bubble and cross shadow roots. */
export interface OrderlineEventMap {
  /** The visitor is in the call. `isResumed`: in one that a reload or another tab had interrupted. */
  'orderline-call-started': CustomEvent<{ isResumed: boolean }>;
  /** The call is over. `by`: who ended it; `other-tab`: it goes on elsewhere. */
  'orderline-call-ended': CustomEvent<{ by: 'visitor' | 'agent' | 'other-tab' }>;
  /** The call could not be made, or was lost. */
  'orderline-call-error': CustomEvent<{ reason: CallErrorReason }>;
}

type Detail<Name extends keyof OrderlineEventMap> = OrderlineEventMap[Name]['detail'];

/** Tells the page that embeds the widget. */
export function dispatchCallEvent<Name extends keyof OrderlineEventMap>(
  target: EventTarget,
  name: Name,
  detail: Detail<Name>,
): void {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap {
    'orderline-call-started': OrderlineEventMap['orderline-call-started'];
    'orderline-call-ended': OrderlineEventMap['orderline-call-ended'];
    'orderline-call-error': OrderlineEventMap['orderline-call-error'];
  }
}
