/** Marks what Prettier formats as CSS. */
const css = String.raw;

/** Blocks of a page: error summary, notices, tags, facts, choices, tables. */
export const blocks = css`
  .summary {
    border: 3px solid var(--cc-error);
    border-radius: var(--cc-radius);
    padding: var(--cc-space-4) var(--cc-space-5);
    margin: 0 0 var(--cc-space-5);
    background: var(--cc-surface);
  }
  .summary h2 {
    color: var(--cc-error);
  }
  .summary ul {
    margin: 0;
    padding-inline-start: 1.25rem;
  }
  .summary li {
    margin-block: var(--cc-space-2);
  }
  .summary a {
    color: var(--cc-error);
    font-weight: 600;
    display: inline-block;
    vertical-align: top;
    padding-block: 0.25rem;
  }

  .notice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--cc-space-3);
    padding: var(--cc-space-3) var(--cc-space-4);
    margin: 0 0 var(--cc-space-4);
    border-radius: var(--cc-radius);
    border-inline-start: 4px solid var(--cc-info);
    background: var(--cc-info-soft);
    color: var(--cc-ink);
    max-width: none;
  }
  .notice > svg {
    width: 1.5rem;
    height: 1.5rem;
    color: var(--cc-info);
  }
  .notice p {
    margin: 0;
  }
  .notice p + p {
    margin-top: var(--cc-space-2);
  }
  .notice.error {
    border-color: var(--cc-error);
    background: var(--cc-error-soft);
  }
  .notice.error > svg {
    color: var(--cc-error);
  }
  .notice.warning {
    border-color: var(--cc-warn);
    background: var(--cc-warn-soft);
  }
  .notice.warning > svg {
    color: var(--cc-warn);
  }
  .notice.good {
    border-color: var(--cc-good);
    background: var(--cc-good-soft);
  }
  .notice.good > svg {
    color: var(--cc-good);
  }

  .tag {
    display: inline-block;
    padding: 0.0625rem 0.5rem;
    border-radius: 1rem;
    font-size: 0.8125rem;
    font-weight: 600;
    line-height: 1.5;
    background: var(--cc-surface-2);
    color: var(--cc-ink-2);
  }
  .tag.qr,
  .tag.mrz {
    background: var(--cc-info-soft);
    color: var(--cc-info);
  }
  .tag.chip {
    background: var(--cc-good-soft);
    color: var(--cc-good);
  }
  .tag.typed {
    background: var(--cc-surface-2);
    color: var(--cc-ink-2);
  }
  .tag.warn {
    background: var(--cc-warn-soft);
    color: var(--cc-warn);
  }
  .tag.error {
    background: var(--cc-error-soft);
    color: var(--cc-error);
  }

  .facts {
    margin: 0;
    display: grid;
  }
  .facts > div {
    display: grid;
    grid-template-columns: minmax(8rem, 12rem) 1fr auto;
    gap: var(--cc-space-1) var(--cc-space-4);
    padding-block: var(--cc-space-3);
    border-block-end: 1px solid var(--cc-line);
    align-items: baseline;
  }
  .facts > div:last-child {
    border-block-end: 0;
  }
  .facts dt {
    color: var(--cc-ink-2);
  }
  .facts dd {
    margin: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .facts dd.number {
    white-space: normal;
  }
  .facts dd.side {
    font-weight: 400;
    justify-self: end;
  }
  .facts dd.wide {
    grid-column: 1 / -1;
    font-weight: 400;
  }
  @media (max-width: 36rem) {
    .facts > div {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .facts dt {
      grid-column: 1 / -1;
      font-size: 0.9375rem;
    }
  }

  .choices {
    display: grid;
    gap: var(--cc-space-3);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--cc-space-3) var(--cc-space-4);
    width: 100%;
    min-height: 4.5rem;
    align-items: center;
    padding: var(--cc-space-4);
    text-align: start;
    font: inherit;
    color: var(--cc-ink);
    background: var(--cc-surface);
    border: 2px solid var(--cc-line);
    border-radius: var(--cc-radius);
    cursor: pointer;
    text-decoration: none;
  }
  .choice:hover {
    border-color: var(--cc-accent);
    background: var(--cc-accent-soft);
    color: var(--cc-ink);
  }
  .choice b {
    display: block;
    font-weight: 650;
  }
  .choice small {
    display: block;
  }
  .choice.plain {
    grid-template-columns: 1fr auto;
    min-height: var(--cc-target);
  }
  .choices > li {
    display: grid;
  }
  .choice > svg {
    width: 2rem;
    height: 2rem;
    color: var(--cc-accent);
  }

  table {
    border-collapse: collapse;
    width: 100%;
  }
  th,
  td {
    text-align: start;
    padding: var(--cc-space-2) var(--cc-space-3);
    border-block-end: 1px solid var(--cc-line);
    vertical-align: top;
  }
  th {
    font-weight: 600;
    color: var(--cc-ink-2);
    font-size: 0.9375rem;
  }
  .scroll-x {
    overflow-x: auto;
  }
  details {
    margin-block: 0 var(--cc-space-4);
  }
  summary {
    cursor: pointer;
    min-height: var(--cc-target);
    padding-block: 0.5rem;
    color: var(--cc-accent);
    font-weight: 600;
  }
  pre {
    overflow: auto;
    padding: var(--cc-space-4);
    border-radius: var(--cc-radius);
    background: var(--cc-surface-2);
    font-family: var(--cc-mono);
    font-size: 0.875rem;
  }
  progress {
    width: 100%;
    height: 0.75rem;
    accent-color: var(--cc-accent);
  }
  .drop {
    border: 2px dashed var(--cc-line-strong);
    border-radius: var(--cc-radius);
    padding: var(--cc-space-5);
    background: var(--cc-surface);
    text-align: center;
  }
  .drop p {
    margin-inline: auto;
  }
  .drop.over {
    background: var(--cc-accent-soft);
    border-color: var(--cc-accent);
  }

  @media (prefers-reduced-motion: no-preference) {
    .button,
    .choice {
      transition:
        background-color 120ms,
        border-color 120ms;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
  @media (forced-colors: active) {
    .button,
    .choice,
    .panel,
    .notice,
    .tag {
      border: 1px solid ButtonText;
    }
    .notice > svg,
    .choice > svg {
      color: CanvasText;
    }
  }
`;
