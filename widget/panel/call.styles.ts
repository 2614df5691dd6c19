import { css } from 'lit';

/** What stands below the conversation: advice, typing box, microphone, hanging up. */
export const callStyles = css`
  .advice {
    display: grid;
    gap: 0.5rem;
  }

  .advice:empty {
    display: none;
  }

  .tip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.625rem;
    padding: 0.625rem 0.75rem;
    border-radius: 0.75rem;
    background: var(--_raised);
    font-size: 0.875rem;
    line-height: 1.4;
  }

  .tip span {
    flex: 1 1 12rem;
  }

  .composer {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: end;
    border: 1px solid color-mix(in oklab, var(--_quiet) 70%, var(--_surface));
    border-radius: 1rem;
    background: var(--_surface);
  }

  .composer:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }

  .composer textarea {
    max-block-size: 7.5rem;
    padding: 0.6875rem 0.25rem 0.6875rem 0.875rem;
    padding-inline: 0.875rem 0.25rem;
    border: 0;
    outline: 0;
    background: none;
    field-sizing: content;
    line-height: 1.4;
  }

  .send {
    margin: 0.1875rem;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .send:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
    color: var(--_on-accent);
  }

  .send[aria-disabled='true'] {
    background: none;
    color: var(--_quiet);
  }

  .counter {
    grid-column: 1 / -1;
    padding-inline: 0.875rem;
    color: var(--_quiet);
    font-size: 0.8125rem;
  }

  .counter.shown {
    padding-block-end: 0.5rem;
  }

  .call-bar,
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .call-bar > *,
  .pair > * {
    flex: 1 1 auto;
  }

  .microphone.muted {
    border-color: transparent;
    background: var(--_text);
    color: var(--_surface);
  }

  .microphone.muted:hover {
    background: color-mix(in oklab, var(--_text) 85%, var(--_surface));
  }

  .meter {
    inline-size: 2.25rem;
    block-size: 0.375rem;
    border-radius: 999px;
    background: var(--_line);
    overflow: hidden;
  }

  .meter i {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_accent);
    transform: scaleX(var(--_level, 0));
    transform-origin: left;
  }

  .meter:dir(rtl) i {
    transform-origin: right;
  }

  .muted .meter {
    display: none;
  }

  .farewell {
    display: grid;
    gap: 0.25rem;
    padding-block: 0.25rem 0.5rem;
  }

  .farewell .quiet {
    font-size: 0.875rem;
  }

  @media (prefers-reduced-motion: reduce) {
    .meter {
      display: none;
    }
  }

  /* Where colours are the visitor's own, fills vanish: edges and marks take their place. */
  @media (forced-colors: active) {
    .button,
    .send,
    .avatar,
    .turn p {
      border: 1px solid ButtonText;
    }

    .pulse i,
    .meter i,
    .hero i,
    .typing i {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .microphone.muted {
      border-style: dashed;
    }
  }
`;
