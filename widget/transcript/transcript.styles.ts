import { css } from 'lit';

export const transcriptStyles = css`
  .body.flush {
    padding: 0;
    overflow: hidden;
  }

  .notice {
    flex: none;
    padding: 0.875rem 1.25rem 0;
  }

  .transcript {
    position: relative;
    display: flex;
    flex: 1;
    min-block-size: 0;
  }

  .log {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0.625rem;
    padding: 1.125rem 1rem;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .log:focus-visible {
    outline-offset: -3px;
  }

  .turn {
    display: grid;
    gap: 0.125rem;
    max-inline-size: 86%;
  }

  .turn p {
    padding: 0.5625rem 0.875rem;
    border-radius: 1.125rem;
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .turn.agent {
    align-self: start;
  }

  .turn.agent p {
    border-end-start-radius: 0.375rem;
    background: var(--_raised);
  }

  .turn.customer {
    align-self: end;
    justify-items: end;
  }

  .turn.customer p {
    border-end-end-radius: 0.375rem;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .turn.customer.interim p,
  .turn.sending p {
    background: var(--_accent-soft);
    color: var(--_text);
  }

  .turn.failed p {
    border: 1px dashed var(--_danger);
    background: none;
    color: var(--_text);
  }

  .turn small {
    color: var(--_quiet);
    font-size: 0.8125rem;
  }

  .turn .not-sent {
    color: var(--_danger);
  }

  .turn a {
    color: inherit;
    text-underline-offset: 2px;
  }

  .typing {
    display: flex;
    gap: 0.25rem;
    align-self: start;
    padding: 0.8125rem 0.875rem;
    border-radius: 1.125rem;
    border-end-start-radius: 0.375rem;
    background: var(--_raised);
  }

  .typing i {
    inline-size: 0.375rem;
    block-size: 0.375rem;
    border-radius: 50%;
    background: var(--_quiet);
    animation: think 900ms ease-in-out infinite alternate;
  }

  .typing i:nth-child(2) {
    animation-delay: 200ms;
  }

  .typing i:nth-child(3) {
    animation-delay: 400ms;
  }

  @keyframes think {
    to {
      opacity: 0.25;
    }
  }

  .to-latest {
    position: absolute;
    inset-block-end: 0.5rem;
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
  }
`;
