import { h, svg } from "./dom.js";
import { icon } from "./icons.js";
import { message } from "./messages.js";

/** @typedef {"vi" | "en"} Locale */

const LADDER = /** @type {const} */ (["wellFormed", "consistent", "intact", "authentic", "genuine"]);

/**
 * The ladder of assurance as a list: where this reading stands, and what the further steps would take.
 * @param {string} assurance @param {Locale} locale
 */
export function ladder(assurance, locale) {
  const reached = LADDER.indexOf(/** @type {any} */ (assurance));
  return h(
    "ol",
    { class: "ladder", "aria-label": message(locale, "ladderTitle") },
    ...LADDER.map((step, index) =>
      h(
        "li",
        {
          class: `${index <= reached ? "reached" : ""} ${index === reached ? "here" : ""}`.trim(),
          "aria-current": index === reached ? "step" : null,
        },
        rung(index <= reached),
        h(
          "span",
          {},
          h("b", {}, message(locale, step)),
          index === reached ? h("small", {}, message(locale, `${step}Words`)) : null,
        ),
      ),
    ),
  );
}

/** @param {boolean} reached */
function rung(reached) {
  return svg(
    "svg",
    {
      viewBox: "0 0 28 28",
      "aria-hidden": "true",
      focusable: "false",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 2,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
    svg("circle", {
      cx: 14,
      cy: 14,
      r: 10.5,
      fill: reached ? "currentColor" : "none",
      "stroke-dasharray": reached ? null : "3 3.6",
    }),
    reached ? svg("path", { d: "M9.500 14.300l3.200 3.200 6-6.500", stroke: "var(--cc-surface)" }) : null,
  );
}

/**
 * The quality report: đúng, đủ, sạch, sống.
 * @param {{ correct: boolean, complete: boolean, clean: boolean, current: boolean }} quality @param {Locale} locale
 */
export function qualityList(quality, locale) {
  const words = /** @type {const} */ (["correct", "complete", "clean", "current"]);
  return h(
    "ul",
    { class: "quality" },
    ...words.map((word) =>
      h(
        "li",
        { class: quality[word] ? "yes" : "" },
        icon(quality[word] ? "good" : "open"),
        message(locale, word),
        quality[word] ? null : h("span", { class: "hidden-visually" }, locale === "en" ? ": not yet" : ": chưa"),
      ),
    ),
  );
}

/**
 * A card as a drawing: where its QR code is. Front of the 2021 card, back of the 2024 card.
 * @param {"front" | "back"} side @param {string} label
 */
export function cardArt(side, label) {
  const parts =
    side === "front"
      ? [
          svg("rect", {
            x: 12,
            y: 46,
            width: 34,
            height: 44,
            rx: 3,
            opacity: 0.35,
            fill: "currentColor",
            stroke: "none",
          }),
          svg("path", { d: "M58 20h54M66 28h38M58 52h72M58 64h88M58 76h60M58 88h78", "stroke-linecap": "round" }),
          svg("circle", { cx: 24, cy: 22, r: 9, opacity: 0.5 }),
        ]
      : [
          svg("rect", {
            x: 14,
            y: 22,
            width: 22,
            height: 18,
            rx: 3,
            fill: "currentColor",
            opacity: 0.4,
            stroke: "none",
          }),
          svg("path", { d: "M48 18h52M48 28h62M14 52h60M12 82h146M12 90h146M12 98h146", "stroke-linecap": "round" }),
        ];
  const [x, y] = side === "front" ? [126, 10] : [122, 14];
  return svg(
    "svg",
    {
      class: "card-art",
      viewBox: "0 0 172 109",
      role: "img",
      "aria-label": label,
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 2,
    },
    svg("rect", {
      x: 1,
      y: 1,
      width: 170,
      height: 107,
      rx: 9,
      fill: "var(--cc-surface-2)",
      stroke: "var(--cc-line-strong)",
    }),
    svg("g", { color: "var(--cc-ink-2)", stroke: "currentColor", opacity: 0.55 }, ...parts),
    svg("rect", {
      x: x - 5,
      y: y - 5,
      width: 42,
      height: 42,
      rx: 5,
      fill: "var(--cc-surface)",
      stroke: "var(--cc-accent)",
      "stroke-width": 3,
    }),
    svg("path", {
      transform: `translate(${x} ${y}) scale(1.333)`,
      fill: "var(--cc-accent)",
      stroke: "none",
      "fill-rule": "evenodd",
      d:
        "M0 0h9v9H0ZM2 2v5h5V2ZM15 0h9v9h-9ZM17 2v5h5V2ZM0 15h9v9H0ZM2 17v5h5v-5ZM3.500 3.500h2v2h-2ZM18.500 " +
        "3.500h2v2h-2ZM3.500 18.500h2v2h-2ZM11 1h2v4h-2ZM12 7h2v4h-4V9h2ZM1 11h4v2H1ZM15 12h4v2h-4ZM11 " +
        "14h2v5h-2ZM15 17h4v3h-4ZM20 14h4v3h-4ZM12 21h6v3h-6ZM21 20h3v4h-3Z",
    }),
  );
}

/** The guide frame over the camera's picture. */
export function guideFrame() {
  const corner = "M8 24V12a4 4 0 0 1 4-4h12";
  return svg(
    "svg",
    {
      class: "guide",
      viewBox: "0 0 100 100",
      preserveAspectRatio: "xMidYMid meet",
      "aria-hidden": "true",
      focusable: "false",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 2.4,
      "stroke-linecap": "round",
    },
    ...[0, 90, 180, 270].map((turn) => svg("path", { d: corner, transform: `rotate(${turn} 50 50) translate(10 10)` })),
  );
}

/** How far the flow has got. @param {number} done @param {number} all */
export function progressBar(done, all) {
  return h(
    "div",
    { class: "bar", "aria-hidden": "true" },
    svg(
      "svg",
      { viewBox: "0 0 100 2", preserveAspectRatio: "none" },
      svg("rect", { width: all ? (100 * done) / all : 0, height: 2, fill: "currentColor" }),
    ),
  );
}
