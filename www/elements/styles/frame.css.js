/** Marks what Prettier formats as CSS. */
const css = String.raw;

/** Around a page of a form: caption, progress, the way back. */
export const frame = css`
  :host {
    display: block;
    color: var(--cc-ink);
    font-family: var(--cc-font);
    font-size: 1rem;
    line-height: 1.55;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  .caption {
    color: var(--cc-ink-2);
    margin: 0 0 var(--cc-space-1);
    font-size: 0.9375rem;
  }
  .bar {
    block-size: 0.375rem;
    border-radius: 1rem;
    background: var(--cc-surface-2);
    margin: 0 0 var(--cc-space-4);
    overflow: hidden;
  }
  .bar > svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    color: var(--cc-accent);
  }
  .back {
    margin: 0 0 var(--cc-space-3);
    margin-inline-start: calc(-1 * var(--cc-space-3));
  }
  .step > h2 {
    font-size: 1.5rem;
  }
  .step > h2:focus {
    outline: none;
  }
`;
