/** Marks what Prettier formats as CSS. */
const css = String.raw;

/** Headings, paragraphs, links. */
export const text = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3 {
    line-height: 1.25;
    margin: 0 0 var(--cc-space-3);
    text-wrap: balance;
    color: var(--cc-ink);
  }
  h1 {
    font-size: 1.75rem;
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: 1.3125rem;
    font-weight: 650;
  }
  h3 {
    font-size: 1.0625rem;
    font-weight: 650;
  }
  p {
    margin: 0 0 var(--cc-space-4);
    max-width: var(--cc-measure);
  }
  a {
    color: var(--cc-accent);
    text-underline-offset: 0.18em;
    text-decoration-thickness: 0.06em;
  }
  a:hover {
    color: var(--cc-accent-hover);
    text-decoration-thickness: 0.12em;
  }
  :focus-visible {
    outline: 3px solid var(--cc-focus);
    outline-offset: 2px;
    border-radius: var(--cc-radius-small);
  }
  :focus:not(:focus-visible),
  :is(h1, h2)[tabindex="-1"]:focus-visible {
    outline: none;
  }
  small,
  .hint {
    color: var(--cc-ink-2);
    font-size: 0.9375rem;
  }
  .hint {
    margin: 0 0 var(--cc-space-2);
  }
  .hidden-visually {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
