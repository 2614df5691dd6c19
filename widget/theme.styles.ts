import { css } from 'lit';

/** A page sets the `--orderline-*` properties; inside, only the `--_*` ones are used. */
export const themeStyles = css`
  :host {
    color-scheme: light dark;
    --_accent: var(--orderline-accent, light-dark(#2b4bc4, #a9baff));
    --_on-accent: var(--orderline-on-accent, light-dark(#ffffff, #0f1a4a));
    --_accent-soft: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
    --_surface: var(--orderline-surface, light-dark(#ffffff, #191b22));
    --_raised: var(--orderline-surface-raised, light-dark(#f3f4f8, #262932));
    --_text: var(--orderline-text, light-dark(#1a1d27, #eceef4));
    --_quiet: var(--orderline-text-quiet, light-dark(#585e70, #a9afc0));
    --_line: var(--orderline-line, light-dark(#dfe2ea, #353945));
    --_danger: var(--orderline-danger, light-dark(#b3261e, #ffb4ab));
    --_warn: light-dark(#8a5300, #ffc773);
    --_font: var(--orderline-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif);
    --_radius: var(--orderline-radius, 1.25rem);
    --_shadow: 0 1.5rem 3.5rem -1rem rgb(13 18 38 / 0.32), 0 0.25rem 0.75rem rgb(13 18 38 / 0.1);

    position: fixed;
    inset-block-end: var(--orderline-inset-block, 1.25rem);
    inset-inline-end: var(--orderline-inset-inline, 1.25rem);
    z-index: var(--orderline-z-index, 2147483000);
    font: 400 1rem/1.45 var(--_font);
    color: var(--_text);
    text-align: start;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  :host([hidden]) {
    display: none;
  }
`;
