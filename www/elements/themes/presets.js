/**
 * Looks to choose from, light and dark. As with the tokens that they set, text on its ground keeps 4.5:1 and the lines
 * of controls 3:1 (`contrast`: 7:1 and 4.5:1); the tests measure it.
 * @type {Record<string, { vi: string, en: string, shape?: string, light: string, dark: string }>}
 */
export const PRESETS = {
  portal: {
    vi: "Cổng dịch vụ: đỏ sẫm, góc gần vuông",
    en: "Portal: dark red, nearly square",
    shape: "--cc-radius: 0.25rem; --cc-radius-small: 0.25rem;",
    light: `
      --cc-bg: #faf7f5; --cc-surface: #ffffff; --cc-surface-2: #f5eeea; --cc-ink: #231815; --cc-ink-2: #5c4a44;
      --cc-line: #ddd0ca; --cc-line-strong: #84706a; --cc-accent: #8f1f1b; --cc-accent-hover: #6d1512;
      --cc-accent-ink: #ffffff; --cc-accent-soft: #fbeae6; --cc-focus: #0a58ca;
      --cc-error: #a61022; --cc-error-soft: #fdecee;`,
    dark: `
      --cc-bg: #171110; --cc-surface: #221a18; --cc-surface-2: #2e2421; --cc-ink: #f5edea; --cc-ink-2: #c9b9b3;
      --cc-line: #4a3c38; --cc-line-strong: #9c8a84; --cc-accent: #f2a79b; --cc-accent-hover: #f8c6be;
      --cc-accent-ink: #3a0d08; --cc-accent-soft: #42211c; --cc-focus: #8ab4ff;
      --cc-error: #ff9aa8; --cc-error-soft: #43191f;`,
  },
  calm: {
    vi: "Dịu: xanh xám, góc tròn",
    en: "Calm: blue-grey, round",
    shape: "--cc-radius: 1rem; --cc-radius-small: 0.625rem;",
    light: `
      --cc-bg: #f4f6f9; --cc-surface: #fdfdfe; --cc-surface-2: #e9eef4; --cc-ink: #1d2733; --cc-ink-2: #4b5a6b;
      --cc-line: #cfd8e2; --cc-line-strong: #6f7f91; --cc-accent: #33597f; --cc-accent-hover: #24425f;
      --cc-accent-ink: #ffffff; --cc-accent-soft: #e3ecf5; --cc-focus: #0a58ca;`,
    dark: `
      --cc-bg: #12171d; --cc-surface: #1b222a; --cc-surface-2: #252e38; --cc-ink: #e6ebf1; --cc-ink-2: #b1bdca;
      --cc-line: #384453; --cc-line-strong: #8593a3; --cc-accent: #a3c4e6; --cc-accent-hover: #c3daf1;
      --cc-accent-ink: #0c2136; --cc-accent-soft: #20344a; --cc-focus: #8ab4ff;`,
  },
  contrast: {
    vi: "Tương phản cao: đen trắng, viền đậm",
    en: "High contrast: black and white, strong lines",
    light: `
      --cc-bg: #ffffff; --cc-surface: #ffffff; --cc-surface-2: #f2f2f2; --cc-ink: #000000; --cc-ink-2: #2b2b2b;
      --cc-line: #5c5c5c; --cc-line-strong: #000000; --cc-accent: #003a8c; --cc-accent-hover: #00265c;
      --cc-accent-ink: #ffffff; --cc-accent-soft: #e8f0ff; --cc-focus: #8a2be2;
      --cc-error: #8f0010; --cc-error-soft: #fff0f0; --cc-warn: #5c3a00; --cc-warn-soft: #fff6e0;
      --cc-info: #003a8c; --cc-info-soft: #eef4ff; --cc-good: #0a4a22; --cc-good-soft: #ecf8f0;
      --cc-shadow: none;`,
    dark: `
      --cc-bg: #000000; --cc-surface: #000000; --cc-surface-2: #1c1c1c; --cc-ink: #ffffff; --cc-ink-2: #e0e0e0;
      --cc-line: #9a9a9a; --cc-line-strong: #ffffff; --cc-accent: #ffe14a; --cc-accent-hover: #fff0a0;
      --cc-accent-ink: #000000; --cc-accent-soft: #2b2600; --cc-focus: #7fd1ff;
      --cc-error: #ffb3b3; --cc-error-soft: #2b0000; --cc-warn: #ffd479; --cc-warn-soft: #2b1d00;
      --cc-info: #b3d4ff; --cc-info-soft: #00183a; --cc-good: #a8f0c0; --cc-good-soft: #00240f;
      --cc-shadow: none;`,
  },
};
