/** Marks what Prettier formats as CSS. */
const css = String.raw;

/** Buttons, panels, fields and what is written into them. */
export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--cc-space-2);
    min-height: var(--cc-target);
    min-width: var(--cc-target);
    padding: 0.5rem 1.125rem;
    border: 2px solid transparent;
    border-radius: var(--cc-radius);
    font: inherit;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    background: var(--cc-accent);
    color: var(--cc-accent-ink);
  }
  .button:hover {
    background: var(--cc-accent-hover);
    color: var(--cc-accent-ink);
  }
  .button[disabled],
  .button[aria-disabled="true"] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .button.second {
    background: var(--cc-surface);
    color: var(--cc-accent);
    border-color: var(--cc-accent);
  }
  .button.second:hover {
    background: var(--cc-accent-soft);
    color: var(--cc-accent-hover);
  }
  .button.quiet {
    background: transparent;
    color: var(--cc-accent);
    padding-inline: var(--cc-space-3);
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
  .button.quiet:hover {
    background: var(--cc-accent-soft);
    color: var(--cc-accent-hover);
  }
  .button.danger {
    background: var(--cc-surface);
    color: var(--cc-error);
    border-color: var(--cc-error);
  }
  .button.danger:hover {
    background: var(--cc-error-soft);
    color: var(--cc-error);
  }
  .button.big {
    min-height: 3.5rem;
    font-size: 1.125rem;
    padding-inline: 1.5rem;
  }
  .button svg,
  .choice svg {
    flex: none;
    width: 1.375em;
    height: 1.375em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cc-space-3);
    margin-block: var(--cc-space-5) 0;
    align-items: center;
  }
  @media (max-width: 30rem) {
    .actions > .button:not(.quiet) {
      flex: 1 1 100%;
    }
  }

  .panel {
    background: var(--cc-surface);
    border: 1px solid var(--cc-line);
    border-radius: var(--cc-radius);
    padding: var(--cc-space-5);
    box-shadow: var(--cc-shadow);
    margin-block: 0 var(--cc-space-5);
  }
  @media (max-width: 30rem) {
    .panel {
      padding: var(--cc-space-4);
    }
  }
  .panel > :last-child {
    margin-bottom: 0;
  }

  .field {
    margin: 0 0 var(--cc-space-5);
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .field > label:not(.check),
  .field > legend,
  .label {
    display: block;
    padding: 0;
    margin: 0 0 var(--cc-space-1);
    font-weight: 600;
    color: var(--cc-ink);
  }
  .field .optional {
    font-weight: 400;
    color: var(--cc-ink-2);
  }
  .input,
  input[type="text"],
  input[type="search"],
  input[type="tel"],
  input[type="email"],
  select,
  textarea {
    width: 100%;
    min-height: var(--cc-target);
    padding: 0.5rem 0.75rem;
    font: inherit;
    color: var(--cc-ink);
    background: var(--cc-surface);
    border: 2px solid var(--cc-line-strong);
    border-radius: var(--cc-radius-small);
  }
  textarea {
    min-height: 6rem;
    resize: vertical;
    line-height: 1.5;
  }
  .input:focus,
  input:focus,
  select:focus,
  textarea:focus {
    outline: 3px solid var(--cc-focus);
    outline-offset: 0;
    border-color: var(--cc-focus);
  }
  [aria-invalid="true"] {
    border-color: var(--cc-error);
  }
  .field.wrong {
    border-inline-start: 4px solid var(--cc-error);
    padding-inline-start: var(--cc-space-4);
  }
  .wrong-words {
    display: block;
    margin: 0 0 var(--cc-space-2);
    color: var(--cc-error);
    font-weight: 600;
  }
  .mono {
    font-family: var(--cc-mono);
    font-size: 0.9375em;
    letter-spacing: 0.01em;
    overflow-wrap: anywhere;
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .dates {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cc-space-3);
  }
  .dates label {
    display: block;
    font-size: 0.9375rem;
    color: var(--cc-ink-2);
  }
  .dates input {
    width: 4.25rem;
    text-align: center;
  }
  .dates .year input {
    width: 5.75rem;
  }
  .check {
    display: flex;
    gap: var(--cc-space-3);
    align-items: flex-start;
    min-height: var(--cc-target);
    padding-block: 0.5rem;
    cursor: pointer;
  }
  .check input {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--cc-accent);
  }
  .check small {
    display: block;
  }
  input[type="file"] {
    max-width: 100%;
    font: inherit;
    color: var(--cc-ink);
  }
  .file {
    position: relative;
    margin: 0 0 var(--cc-space-3);
  }
  .file > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .file > input:focus-visible + label {
    outline: 3px solid var(--cc-focus);
    outline-offset: 2px;
  }
  .file > label {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .file > label.choice {
    inline-size: 100%;
    block-size: 100%;
  }
  .choices .file {
    margin: 0;
  }
`;
