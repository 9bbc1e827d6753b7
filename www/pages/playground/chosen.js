import { tokensOf } from "./colours.js";

/** Attributes of each element by the name of their setting. @type {Record<string, [string, string][]>} */
const ATTRIBUTES = {
  form: [
    ["form", "form"],
    ["draft", "draft"],
    ["assurance", "min-assurance"],
    ["action", "action"],
    ["history", "history"],
    ["quiet", "quiet"],
  ],
  scan: [
    ["modes", "modes"],
    ["quiet", "quiet"],
  ],
  address: [
    ["label", "label"],
    ["required", "required"],
  ],
};

/** What need not be said, since it is so without. */
const USUAL = ["draft=7", "modes=camera photo text"];

const FONTS = /** @type {Record<string, string>} */ ({ serif: 'Georgia, "Times New Roman", serif', page: "inherit" });

/**
 * What was chosen, as attributes and tokens. `shown` are the tokens of the live element, given whether the system is
 * dark; `ground` is what the page around it is.
 * @param {import("./state.js").State} state
 * @returns {import("./code.js").Chosen & { shown: (dark: boolean) => Record<string, string>, ground: string }}
 */
export function chosenOf(state) {
  const element = /** @type {"form"} */ (state.get("element"));
  /** @type {Record<string, string | true>} */ const attributes = {};
  for (const [setting, name] of ATTRIBUTES[element] ?? []) {
    const value = state.get(setting);
    if (value && !USUAL.includes(`${name}=${value}`)) attributes[name] = value === "on" ? true : value;
  }
  attributes.locale = state.language;
  const theme = state.get("theme");
  if (theme) attributes.theme = theme;

  const shapes = shapesOf(state);
  const accent = state.get("accent");
  const colours = accent ? tokensOf(accent) : { light: {}, dark: {} };
  const always = { ...(theme === "dark" ? colours.dark : colours.light), ...shapes };
  const dark = theme === "auto" ? colours.dark : {};
  return {
    element,
    attributes,
    tokens: always,
    dark,
    shown: (isDark) => (isDark ? { ...always, ...dark } : always),
    ground: theme || "light",
  };
}

/** @param {import("./state.js").State} state @returns {Record<string, string>} */
function shapesOf(state) {
  const radius = state.get("radius");
  const font = FONTS[state.get("font")];
  return {
    ...(radius ? { "--cc-radius": radius, "--cc-radius-small": radius === "1rem" ? "0.625rem" : radius } : {}),
    ...(font ? { "--cc-font": font } : {}),
  };
}
