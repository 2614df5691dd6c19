import { OrderlinePanel } from './orderline-panel.ts';

if (!customElements.get('orderline-panel')) customElements.define('orderline-panel', OrderlinePanel);
