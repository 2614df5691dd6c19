import { css } from 'lit';

/** The dialog, its header, and the plain screens before and after a call. The sheet's query is `sheetQuery`. */
export const dialogStyles = css`
  :host {
    display: contents;
  }

  .panel {
    position: fixed;
    inset: auto;
    inset-block-end: var(--orderline-inset-block, 1.25rem);
    inset-inline-end: var(--orderline-inset-inline, 1.25rem);
    flex-direction: column;
    inline-size: 24rem;
    max-inline-size: none;
    block-size: min(40rem, 100dvh - 2.5rem);
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    overflow: hidden;
    overflow-wrap: anywhere;
    box-shadow: var(--_shadow);
  }

  .panel[open] {
    display: flex;
    animation: rise 200ms ease;
  }

  .panel:focus-visible {
    outline: none;
  }

  .panel::backdrop {
    background: rgb(13 18 38 / 0.4);
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 0.75rem;
    }
  }

  @media (max-width: 30rem), (max-height: 26rem) {
    .panel {
      inset: 0;
      inline-size: 100%;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }
  }

  .header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.75rem;
    padding: 0.875rem 0.75rem 0.875rem 1rem;
    padding-inline: 1rem 0.75rem;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
    position: sticky;
    inset-block-start: 0;
  }

  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .title {
    flex: 1;
    min-inline-size: 0;
  }

  h2 {
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.3;
  }

  .status {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    color: var(--_quiet);
    font-size: 0.8125rem;
  }

  .body {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0.75rem;
    min-block-size: 0;
    padding: 1.25rem 1.25rem 0.5rem;
    overflow: auto;
  }

  /* Where a plain screen does not fit, it scrolls as a whole, with its buttons: nothing hides behind them. */
  .panel.plain {
    overflow: auto;
  }

  .panel.plain .footer {
    max-block-size: none;
  }

  .body.centred {
    flex: 1 0 auto;
    overflow: visible;
    align-items: center;
    justify-content: safe center;
    text-align: center;
  }

  h3 {
    font-size: 1.1875rem;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }

  .body.centred .quiet {
    max-inline-size: 19rem;
    text-wrap: pretty;
  }

  .grow {
    flex: 1;
  }

  .footer {
    display: flex;
    flex: none;
    flex-direction: column;
    gap: 0.625rem;
    max-block-size: 75%;
    padding: 0.75rem 1rem max(1rem, env(safe-area-inset-bottom));
    overflow: auto;
  }

  .fine {
    color: var(--_quiet);
    font-size: 0.8125rem;
    line-height: 1.4;
    text-align: center;
    text-wrap: pretty;
  }

  .hero {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    block-size: 4.5rem;
    margin-block-end: 0.5rem;
    color: var(--_accent);
  }

  .hero i {
    inline-size: 0.5rem;
    block-size: 30%;
    border-radius: 0.25rem;
    background: currentcolor;
    opacity: 0.55;
  }

  .hero i:nth-child(2n) {
    block-size: 62%;
    opacity: 0.8;
  }

  .hero i:nth-child(3) {
    block-size: 100%;
    opacity: 1;
  }

  .badge {
    display: grid;
    place-items: center;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    margin-block-end: 0.25rem;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  .badge.warning {
    background: color-mix(in oklab, var(--_warn) 14%, var(--_surface));
    color: var(--_warn);
  }

  .outcome:empty {
    display: none;
  }

  .outcome.failed,
  .outcome.incomplete {
    color: var(--_danger);
    font-size: 0.9375rem;
  }
`;
