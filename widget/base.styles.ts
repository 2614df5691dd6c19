import { css } from 'lit';

/** What both shadow roots share; the `--_*` properties come from the theme. */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p {
    margin: 0;
  }

  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }

  .quiet {
    color: var(--_quiet);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .pulse {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 2px;
    block-size: 0.875rem;
    color: var(--_accent);
  }

  .pulse i {
    inline-size: 3px;
    block-size: 35%;
    border-radius: 2px;
    background: currentcolor;
  }

  .pulse.moving i {
    animation: speak 900ms ease-in-out infinite alternate;
  }

  .pulse i:nth-child(2) {
    animation-delay: -450ms;
  }

  .pulse i:nth-child(3) {
    animation-delay: -700ms;
  }

  @keyframes speak {
    to {
      block-size: 100%;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }

    .pulse i {
      block-size: 70%;
    }
  }
`;
