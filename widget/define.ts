import { OrderlineWidget } from './orderline-widget.ts';

// A page may load the script twice; the second time changes nothing.
if (!customElements.get('orderline-widget')) customElements.define('orderline-widget', OrderlineWidget);

export { OrderlineWidget };
export type { OrderlineEventMap } from './events.ts';
export { defaultStrings } from './strings.ts';
export type { Strings } from './strings.ts';
