import { css } from 'lit';

/** The floating button, and what stands in its place when it cannot work. */
export const launcherStyles = css`
  .launcher {
    display: inline-flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 3.25rem;
    max-inline-size: calc(100vw - 2.5rem);
    padding: 0.625rem 1.375rem 0.625rem 1.125rem;
    padding-inline: 1.125rem 1.375rem;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 1rem;
    font-weight: 600;
    box-shadow: 0 0.75rem 2rem -0.5rem rgb(13 18 38 / 0.45);
    transition: translate 160ms ease;
  }

  .launcher[hidden] {
    display: none;
  }

  .launcher:hover {
    translate: 0 -2px;
  }

  .launcher.on-call {
    border-color: var(--_line);
    background: var(--_surface);
    color: var(--_text);
  }

  .launcher .quiet {
    font-weight: 450;
  }

  .help {
    max-inline-size: 22rem;
    padding: 0.875rem 1rem;
    border: 1px solid var(--_danger);
    border-radius: 0.75rem;
    background: var(--_surface);
    font-size: 0.875rem;
  }

  @media (prefers-reduced-motion: reduce) {
    .launcher:hover {
      translate: none;
    }
  }

  @media (forced-colors: active) {
    .launcher {
      border-color: ButtonText;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
