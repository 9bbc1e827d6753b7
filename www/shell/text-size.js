import { h } from "./dom.js";
import { onLocale, t } from "./locale.js";

/** As the page is written, A+ and A++. The numbers are `data-text` of the document; `site.css` has what they mean. */
const SIZES = /** @type {const} */ ([
  ["1", "A", "Cỡ chữ: thường", "Text size: normal"],
  ["2", "A+", "Cỡ chữ: lớn", "Text size: large"],
  ["3", "A++", "Cỡ chữ: rất lớn", "Text size: very large"],
]);
const KEY = "cancuoc.text";

/** The size chosen before. */
export function restoreTextSize() {
  /** @type {string | null} */ let kept = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    // Storage is forbidden (private mode): the size lasts for a page.
  }
  put(SIZES.some(([size]) => size === kept) ? String(kept) : "1");
}

/** One button for the three sizes, one after the other. */
export function textSizeButton() {
  const button = h("button", { type: "button", class: "text-size", onclick: next });
  const label = h("span", { "aria-hidden": "true" });
  const words = h("span", { class: "hidden-visually", role: "status" });
  button.append(label, words);
  const draw = () => {
    const [, sign, vi, en] = SIZES.find(([size]) => size === now()) ?? SIZES[0];
    label.textContent = sign;
    words.textContent = t(vi, en);
  };
  onLocale(draw);
  return button;

  function next() {
    const at = SIZES.findIndex(([size]) => size === now());
    const [size] = SIZES[(at + 1) % SIZES.length] ?? SIZES[0];
    put(size);
    try {
      localStorage.setItem(KEY, size);
    } catch {
      // As above.
    }
    draw();
  }
}

function now() {
  return document.documentElement.dataset.text ?? "1";
}

/** @param {string} size */
function put(size) {
  document.documentElement.dataset.text = size;
}
