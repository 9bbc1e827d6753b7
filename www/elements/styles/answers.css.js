/** Marks what Prettier formats as CSS. */
const css = String.raw;

/** A form's pages: the ladder of assurance, rows, drafts, files; the printed sheet. */
export const answers = css`
  .ladder {
    list-style: none;
    margin: 0 0 var(--cc-space-3);
    padding: 0;
    display: grid;
    gap: 0;
  }
  .ladder li {
    display: grid;
    grid-template-columns: 1.75rem 1fr;
    gap: var(--cc-space-3);
    align-items: start;
    color: var(--cc-ink-2);
    padding-block-end: var(--cc-space-3);
    position: relative;
  }
  .ladder li svg {
    inline-size: 1.75rem;
    block-size: 1.75rem;
    position: relative;
    z-index: 1;
    background: var(--cc-surface);
    border-radius: 50%;
  }
  .ladder li:not(:last-child)::before {
    content: "";
    position: absolute;
    inset-block: 1.75rem 0;
    inset-inline-start: calc(0.875rem - 1px);
    inline-size: 2px;
    background: var(--cc-line);
  }
  .ladder li.reached {
    color: var(--cc-ink);
  }
  .ladder li.reached svg {
    color: var(--cc-accent);
  }
  .ladder li.here b {
    color: var(--cc-accent);
  }
  .ladder b {
    display: block;
    font-weight: 650;
    line-height: 1.75rem;
  }
  .ladder small {
    display: block;
  }
  .quality {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cc-space-2);
    list-style: none;
    margin: 0 0 var(--cc-space-4);
    padding: 0;
  }
  .quality li {
    display: inline-flex;
    gap: var(--cc-space-1);
    align-items: center;
    padding: 0.125rem 0.75rem 0.125rem 0.375rem;
    border-radius: 1rem;
    background: var(--cc-surface-2);
    color: var(--cc-ink-2);
  }
  .quality li svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }
  .quality li.yes {
    background: var(--cc-good-soft);
    color: var(--cc-good);
  }
  .row {
    border: 1px solid var(--cc-line);
    border-radius: var(--cc-radius);
    padding: var(--cc-space-4);
    margin: 0 0 var(--cc-space-4);
  }
  .row > legend {
    font-weight: 650;
    padding-inline: var(--cc-space-2);
  }
  .source {
    margin: var(--cc-space-1) 0 0;
    font-size: 0.9375rem;
    color: var(--cc-ink-2);
  }
  .digest {
    font-size: 1rem;
    line-height: 1.7;
    user-select: all;
    margin: 0;
  }
  .qr-picture {
    display: block;
    inline-size: 11rem;
    block-size: 11rem;
    max-inline-size: 100%;
    background: #ffffff;
    color: #000000;
    border-radius: var(--cc-radius-small);
  }
  .suggestions {
    list-style: none;
    margin: var(--cc-space-1) 0 0;
    padding: 0;
    border: 1px solid var(--cc-line-strong);
    border-radius: var(--cc-radius-small);
    background: var(--cc-surface);
    max-block-size: 18rem;
    overflow: auto;
    box-shadow: var(--cc-shadow);
  }
  .suggestions li {
    display: block;
    padding: 0.625rem 0.75rem;
    min-block-size: var(--cc-target);
    cursor: pointer;
  }
  .suggestions li[aria-selected="true"],
  .suggestions li:hover {
    background: var(--cc-accent-soft);
  }
  .suggestions small {
    display: block;
  }
  .busy {
    display: grid;
    gap: var(--cc-space-2);
    margin: 0 0 var(--cc-space-4);
  }
  .fold {
    border-block-start: 1px solid var(--cc-line);
    padding-block-start: var(--cc-space-2);
  }
  .address {
    display: grid;
    gap: var(--cc-space-3);
  }
  .address label {
    display: block;
    font-size: 0.9375rem;
    color: var(--cc-ink-2);
  }
  .address > .button {
    justify-self: start;
  }
  .same-as {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cc-space-2);
    margin: 0 0 var(--cc-space-3);
  }
  .quote {
    font-size: 1.125rem;
  }
  .quote b {
    display: inline-block;
  }
  .next-steps ol {
    margin: 0;
    padding-inline-start: 1.5rem;
  }
  .next-steps li {
    margin-block: var(--cc-space-3);
  }
  .next-steps li > small {
    display: block;
  }
  .actions.top {
    margin-block: 0 var(--cc-space-5);
  }
  .title-row {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: var(--cc-space-3);
  }
  .title-row h3 {
    margin: 0;
  }
  .draft {
    margin-block: var(--cc-space-7) 0;
    border-block-start: 1px solid var(--cc-line);
    padding-block-start: var(--cc-space-2);
  }
  .digest-figure {
    margin: var(--cc-space-4) 0 0;
  }
  .files {
    list-style: none;
    margin: var(--cc-space-2) 0 0;
    padding: 0;
  }
  .ask-unit,
  .ask-unit .choices {
    margin-block-start: var(--cc-space-2);
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--cc-space-2);
    align-items: center;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .ladder li.here b {
      text-decoration: underline;
    }
    .camera .guide {
      color: Highlight;
    }
    .bar {
      border: 1px solid CanvasText;
    }
  }
  .aloud {
    margin-block-end: var(--cc-space-3);
  }
`;
