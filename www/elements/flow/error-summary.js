import { h } from "../dom.js";
import { idOf, top } from "../paths.js";
import { message } from "../messages.js";

/**
 * The error summary: focused when it appears, its links jump to the first wrong field.
 * @param {any[]} findings @param {"vi" | "en"} locale @param {(path: string) => void} jump
 */
export function errorSummary(findings, locale, jump) {
  const title =
    findings.length === 1 ? message(locale, "summaryOne") : message(locale, "summaryMany", { n: findings.length });
  return h(
    "div",
    { class: "summary", tabindex: "-1", role: "group", "aria-labelledby": "summary-title", part: "summary" },
    h("h2", { id: "summary-title" }, title),
    h(
      "ul",
      {},
      ...findings.map((finding) =>
        h(
          "li",
          {},
          top(finding.path)
            ? h(
                "a",
                {
                  href: `#${idOf(finding.path)}`,
                  onclick: (/** @type {Event} */ event) => {
                    event.preventDefault();
                    jump(finding.path);
                  },
                },
                finding.message,
              )
            : finding.message,
        ),
      ),
    ),
  );
}

/**
 * Puts the focus into the field of a path, or the nearest one around it.
 * @param {ShadowRoot | Element} root @param {string} path
 */
export function focusField(root, path) {
  const scope = root instanceof ShadowRoot ? root : /** @type {ShadowRoot} */ (root.getRootNode());
  for (let at = path; at; at = at.replace(/(?:\.[^.[]+|\[\d+\])$/, (end) => (end === at ? "" : ""))) {
    const control = scope.getElementById(idOf(at));
    if (control) {
      control.focus();
      control.closest(".field")?.scrollIntoView({ block: "start" });
      return;
    }
    if (!/[.[]/.test(at)) break;
  }
  const first = /** @type {HTMLElement | null} */ (
    scope.querySelector(`[data-path^="${CSS.escape(top(path))}"] :is(input, textarea, select, button)`)
  );
  first?.focus();
}
