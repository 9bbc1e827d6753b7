/** Colours that a portal brings, as the elements' tokens, light and dark, with enough contrast. */

/** @typedef {[red: number, green: number, blue: number]} Colour */

const WHITE = /** @type {Colour} */ ([255, 255, 255]);
const DARK_GROUND = /** @type {Colour} */ ([24, 33, 31]);
const INK = /** @type {Colour} */ ([6, 20, 18]);

/** @param {string} hex @returns {Colour} */
export const colour = (hex) => /** @type {Colour} */ ([1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));

/** @param {Colour} colour */
const hex = (colour) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** @param {Colour} one @param {Colour} other @param {number} share of the other @returns {Colour} */
const mix = (one, other, share) =>
  /** @type {Colour} */ (one.map((part, index) => part * (1 - share) + other[index] * share));

/** Of WCAG 2. @param {Colour} colour */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {Colour} one @param {Colour} other from 1 to 21 */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What text and lines must have at least. */
export const ENOUGH = 4.5;

/**
 * The tokens of an accent: it is made darker on light ground, lighter on dark ground, until text in it can be read.
 * @param {string} accent `#rrggbb`
 * @returns {{ light: Record<string, string>, dark: Record<string, string>, changed: boolean }} `changed`: on light
 * ground it is not what was asked for
 */
export function tokensOf(accent) {
  const wanted = colour(accent);
  const light = until(wanted, INK, WHITE);
  const dark = until(wanted, WHITE, DARK_GROUND);
  return {
    light: {
      "--cc-accent": hex(light),
      "--cc-accent-hover": hex(mix(light, INK, 0.25)),
      "--cc-accent-ink": hex(inkOn(light)),
      "--cc-accent-soft": hex(mix(light, WHITE, 0.88)),
    },
    dark: {
      "--cc-accent": hex(dark),
      "--cc-accent-hover": hex(mix(dark, WHITE, 0.3)),
      "--cc-accent-ink": hex(inkOn(dark)),
      "--cc-accent-soft": hex(mix(dark, DARK_GROUND, 0.82)),
    },
    changed: hex(light) !== accent.toLowerCase(),
  };
}

/** @param {Colour} wanted @param {Colour} towards @param {Colour} ground */
function until(wanted, towards, ground) {
  for (let share = 0; share < 1; share += 0.05) {
    const found = mix(wanted, towards, share);
    if (contrast(found, ground) >= ENOUGH + 0.3) return found;
  }
  return towards;
}

/** @param {Colour} ground */
const inkOn = (ground) => (contrast(WHITE, ground) >= ENOUGH ? WHITE : INK);
