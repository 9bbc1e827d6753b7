/** Marks what Prettier formats as CSS. */
const css = String.raw;

/** The tokens in the dark. */
export const dark = css`
  --cc-bg: #0f1615;
  --cc-surface: #18211f;
  --cc-surface-2: #222d2b;
  --cc-ink: #eaf1ef;
  --cc-ink-2: #b3c1bd;
  --cc-line: #374642;
  --cc-line-strong: #86978f;
  --cc-accent: #7ad0c4;
  --cc-accent-hover: #9be0d6;
  --cc-accent-ink: #06231f;
  --cc-accent-soft: #163531;
  --cc-focus: #8ab4ff;
  --cc-error: #ffa198;
  --cc-error-soft: #3a1c19;
  --cc-warn: #f0c261;
  --cc-warn-soft: #33290f;
  --cc-info: #9cc3ff;
  --cc-info-soft: #17273d;
  --cc-good: #86d6a0;
  --cc-good-soft: #15301f;
  --cc-shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 6px 20px rgb(0 0 0 / 30%);
`;
