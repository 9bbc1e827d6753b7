/** Marks what Prettier formats as CSS. */
const css = String.raw;

/** A field that is shown and cannot be changed: no box to write in, and still where the fields stand. */
export const locked = css`
  .locked :is(input, textarea) {
    background: var(--cc-surface-2);
    border-style: dashed;
    resize: none;
  }
  .locked textarea {
    min-height: 0;
  }
  .locked .hint {
    margin-block: var(--cc-space-1) 0;
  }
  .locked .differs {
    display: block;
    margin-block: var(--cc-space-2);
    padding: var(--cc-space-2) var(--cc-space-3);
    border-radius: var(--cc-radius-small);
    max-width: none;
  }
`;
