import { css } from 'lit';

export const controlStyles = css`
  button:disabled {
    cursor: default;
    opacity: 0.6;
  }

  svg {
    flex: none;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: 0.75rem;
    background: var(--_surface);
    font-size: 0.9375rem;
    font-weight: 550;
    line-height: 1.2;
    transition:
      background-color 120ms,
      border-color 120ms;
  }

  .button:hover:enabled {
    background: var(--_raised);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover:enabled {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }

  .button.end {
    color: var(--_danger);
  }

  .button.small {
    min-block-size: 2.25rem;
    padding: 0.25rem 0.75rem;
    font-size: 0.875rem;
  }

  .icon-button {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    padding: 0;
    border: 0;
    border-radius: 0.75rem;
    background: none;
    color: var(--_quiet);
  }

  .icon-button:hover {
    background: var(--_raised);
    color: var(--_text);
  }

  .chip {
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_surface);
    font-size: 0.8125rem;
    font-weight: 550;
    box-shadow: 0 0.25rem 0.75rem rgb(13 18 38 / 0.12);
  }

  .link {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .fields {
    display: grid;
    gap: 0.875rem;
  }

  label {
    display: grid;
    gap: 0.375rem;
    font-size: 0.875rem;
    font-weight: 550;
  }

  input,
  textarea {
    inline-size: 100%;
    padding: 0.625rem 0.75rem;
    border: 1px solid color-mix(in oklab, var(--_quiet) 70%, var(--_surface));
    border-radius: 0.75rem;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 400;
    /* Below 16 px, phones zoom into the field. */
    font-size: 1rem;
    resize: none;
  }

  input:focus-visible,
  textarea:focus-visible {
    outline-offset: -1px;
  }

  ::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
`;
