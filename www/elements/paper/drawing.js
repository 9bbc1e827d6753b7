import { svg } from "../dom.js";

/** @typedef {import("../../pdf.js").FormPages} FormPages */
/** @typedef {import("../../pdf.js").PageMark} PageMark */

/** The fonts of the pages in this document; where they are missing, one of the same widths stands in. */
export const FAMILY = "Cancuoc Serif";

/**
 * A page of the form as a picture that stays sharp, with words that can be selected.
 * @param {FormPages} form @param {PageMark[]} marks @param {string} label
 */
export function drawPage({ width, height }, marks, label) {
  // A hair lower than the paper: what is rounded up would turn a page.
  const box = `0 0 ${width} ${Math.floor(height)}`;
  return svg("svg", { class: "page", viewBox: box, role: "img", "aria-label": label }, ...marks.map(draw));
}

/** @param {PageMark} mark */
function draw(mark) {
  switch (mark.kind) {
    case "text":
      return drawText(mark);
    case "rule":
      return svg("path", {
        d: `M${mark.from.join(" ")}L${mark.to.join(" ")}`,
        stroke: "currentColor",
        "stroke-width": mark.weight,
        "stroke-dasharray": mark.dotted ? "0.8 2" : null,
      });
    case "squares":
      return svg("path", { d: squares(mark), fill: "currentColor", "shape-rendering": "crispEdges" });
  }
}

/** @param {Extract<PageMark, { kind: "text" }>} mark */
function drawText({ x, y, face, size, text, width, cell }) {
  const at = cell
    ? // Each digit in the middle of its box.
      { x: [...text].map((_, index) => x + cell * (index + 0.5)).join(" "), "text-anchor": "middle" }
    : // Another font keeps the widths of the page.
      { x, textLength: width, lengthAdjust: "spacingAndGlyphs" };
  const drawn = svg("text", { ...at, y, class: face, "font-size": size }, text);
  // The blank at the end of a piece is part of its width.
  drawn.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
  return drawn;
}

/** @param {Extract<PageMark, { kind: "squares" }>} mark */
function squares({ x, y, side, dark }) {
  const module = side / dark.length;
  return dark
    .flatMap((row, top) =>
      row.map((isDark, left) =>
        isDark ? `M${x + left * module} ${y + top * module}h${module}v${module}h${-module}z` : "",
      ),
    )
    .join("");
}
