import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

/** Drawn on a 24 × 24 grid in the colour of the text around them; beside words, never instead of a name. */
function icon(paths: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;
}

export const headsetIcon =
  icon(svg`<path d="M4 14v-2a8 8 0 0 1 16 0v2"/><rect x="2.75" y="13" width="4.5" height="6.5" rx="2"/>
  <rect x="16.75" y="13" width="4.5" height="6.5" rx="2"/><path d="M19 19.5v.2a2.3 2.3 0 0 1-2.3 2.3H13"/>`);
export const microphoneIcon = icon(
  svg`<rect x="9" y="2.75" width="6" height="11" rx="3"/><path d="M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5v3.75"/>`,
);
export const mutedIcon = icon(
  svg`<path d="M15 9.5V5.75a3 3 0 0 0-5.8-1.1M9 9v2.1a3 3 0 0 0 4.6 2.5M5.5 11a6.5 6.5 0 0 0 10.6 5M18.5 11a6.4 6.4 0 0 1-.5 2.4M12 17.5v3.75M3.5 3.5l17 17"/>`,
);
export const keyboardIcon = icon(
  svg`<rect x="2.75" y="6" width="18.5" height="12" rx="2.5"/><path d="M7 10h.01M11 10h.01M15 10h.01M17.5 14h.01M6.5 14h.01M9.5 14h5"/>`,
);
export const hangUpIcon = icon(
  svg`<path d="M3.2 15.4c-.8-.8-.8-2 0-2.9 4.9-4.7 12.7-4.7 17.6 0 .8.9.8 2.1 0 2.9l-.9.8c-.6.6-1.6.7-2.4.2l-1.7-1.1a1.8 1.8 0 0 1-.8-1.5v-1.4a11 11 0 0 0-6 0v1.4c0 .6-.3 1.2-.8 1.5l-1.7 1.1c-.8.5-1.8.4-2.4-.2z"/>`,
);
export const sendIcon = icon(svg`<path d="M12 19V5.5M6 11l6-6 6 6"/>`);
export const minimiseIcon = icon(svg`<path d="M6 9.5l6 6 6-6"/>`);
export const closeIcon = icon(svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`);
export const soundIcon = icon(
  svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>`,
);
export const copyIcon = icon(
  svg`<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2.5"/><path d="M15.5 5.5A2 2 0 0 0 13.5 4H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 1.5 2"/>`,
);
export const againIcon = icon(svg`<path d="M20 12a8 8 0 1 1-2.5-5.8M20 3.5v4h-4"/>`);
export const alertIcon = icon(svg`<path d="M12 4l9 15.5H3zM12 10v4M12 16.8h.01"/>`);
