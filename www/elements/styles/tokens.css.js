import { dark } from "./dark.css.js";

/** Marks what Prettier formats as CSS. */
const css = String.raw;

/**
 * The design tokens: colour, space, type. A host page may set any of them on the element.
 * Text on its ground keeps 4.5:1 and lines of controls 3:1, light and dark.
 */
export const tokens = css`
  :root {
    color-scheme: light dark;
  }
  :host {
    color-scheme: light;
  }
  :host([theme="auto"]),
  :host([data-cc-scheme="auto"]:not([theme])) {
    color-scheme: light dark;
  }
  :root,
  :host {
    --cc-bg: #f5f7f6;
    --cc-surface: #ffffff;
    --cc-surface-2: #edf2f0;
    --cc-ink: #14211f;
    --cc-ink-2: #465753;
    --cc-line: #cdd6d3;
    --cc-line-strong: #6d7d78;
    --cc-accent: #0b5f5a;
    --cc-accent-hover: #084844;
    --cc-accent-ink: #ffffff;
    --cc-accent-soft: #e1f0ed;
    --cc-focus: #0a58ca;
    --cc-error: #b3261e;
    --cc-error-soft: #fdeeec;
    --cc-warn: #7a4f00;
    --cc-warn-soft: #fff5e0;
    --cc-info: #1f4f8f;
    --cc-info-soft: #eaf1fb;
    --cc-good: #1b6437;
    --cc-good-soft: #e6f4ea;
    --cc-shadow: 0 1px 2px rgb(20 33 31 / 6%), 0 6px 20px rgb(20 33 31 / 6%);
    --cc-space-1: 0.25rem;
    --cc-space-2: 0.5rem;
    --cc-space-3: 0.75rem;
    --cc-space-4: 1rem;
    --cc-space-5: 1.5rem;
    --cc-space-6: 2rem;
    --cc-space-7: 3rem;
    --cc-radius: 0.625rem;
    --cc-radius-small: 0.375rem;
    --cc-target: 2.75rem;
    --cc-measure: 42rem;
    --cc-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
    --cc-mono: ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", "Noto Sans Mono", "DejaVu Sans Mono", monospace;
  }
  @media (prefers-color-scheme: dark) {
    :root:not([data-theme="light"]),
    :host([theme="auto"]),
    :host([data-cc-scheme="auto"]:not([theme])) {
      ${dark}
    }
  }
  :root[data-theme="light"],
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]),
  :host([data-cc-scheme="dark"]:not([theme])) {
    color-scheme: dark;
    ${dark}
  }
`;
