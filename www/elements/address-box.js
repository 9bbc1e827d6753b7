import { convertAddress, parseAddress, searchUnits } from "../address.js";
import { h } from "./dom.js";
import { loadUnitsOnce } from "./units.js";
import { message } from "./messages.js";

/**
 * Suggestions of today's communes under a text box, by the pattern "combobox with a list" of ARIA. Without the units
 * the box is a plain one.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} box with an id, in a tree of its own
 * @param {object} options
 * @param {"vi" | "en"} options.locale
 * @param {string} [options.on]
 * @param {(candidate: any) => void} options.picked gets a candidate of `parseAddress`, with the whole `text`
 * @param {(text: string) => readonly any[]} [options.find] in place of a whole address: the communes for a name
 * @returns {HTMLElement} the list, to be put behind the box
 */
export function suggestUnits(box, { locale, on, picked, find }) {
  const list = h("ul", {
    class: "suggestions",
    role: "listbox",
    id: `${box.id}-units`,
    "aria-label": message(locale, "addressUnits"),
    hidden: true,
  });
  const said = h("p", { class: "hint", role: "status" });
  /** @type {any[]} */ let candidates = [];
  /** @type {string | undefined} */ let street;
  let active = -1;
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;

  // Of ARIA, a box of several lines is a textbox and nothing else: it has the list all the same, but does not expand.
  const expands = box.localName === "input";
  for (const [name, value] of Object.entries({
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    ...(expands ? { role: "combobox", "aria-expanded": "false" } : {}),
  }))
    box.setAttribute(name, value);
  box.addEventListener("focus", () => void loadUnitsOnce());
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 180);
  });
  box.addEventListener("blur", () => setTimeout(close, 150));
  box.addEventListener("keydown", (event) => {
    const key = /** @type {KeyboardEvent} */ (event).key;
    if (list.hidden) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      mark((active + (key === "ArrowDown" ? 1 : candidates.length - 1 + (active < 0 ? 1 : 0))) % candidates.length);
    } else if (key === "Enter" && active >= 0) {
      event.preventDefault();
      pick(active);
    } else if (key === "Escape") {
      event.stopPropagation();
      close();
    }
  });
  return h("div", {}, list, said);

  async function look() {
    const mine = ++turn;
    if (box.value.trim().length < (find ? 1 : 4) || !(await loadUnitsOnce()) || mine !== turn) return close();
    const found = find ? named(find, box.value) : suggestions(box.value, { locale, ...(on ? { on } : {}) });
    candidates = found.candidates;
    street = found.street;
    const settled =
      candidates.length === 1 &&
      box.value.includes(candidates[0].commune) &&
      (find || box.value.includes(candidates[0].province));
    if (!candidates.length || settled) {
      said.textContent = "";
      return close();
    }
    said.textContent =
      found.question ??
      (candidates.length > 1
        ? message(locale, "addressChoose", { n: candidates.length })
        : message(locale, "addressOne"));
    list.replaceChildren(
      ...candidates.map((candidate, index) =>
        h(
          "li",
          {
            role: "option",
            id: `${list.id}-${index}`,
            "aria-selected": "false",
            onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
            onclick: () => pick(index),
          },
          candidate.commune,
          h("small", {}, candidate.province),
        ),
      ),
    );
    list.hidden = false;
    active = -1;
    if (expands) box.setAttribute("aria-expanded", "true");
    box.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index */
  function mark(index) {
    active = index;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    box.setAttribute("aria-activedescendant", `${list.id}-${index}`);
    list.children[index]?.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} index */
  function pick(index) {
    const candidate = candidates[index];
    box.value = find ? candidate.commune : [street, candidate.commune, candidate.province].filter(Boolean).join(", ");
    close();
    said.textContent = "";
    box.focus();
    picked({ ...candidate, street, text: box.value });
  }

  function close() {
    list.hidden = true;
    candidates = [];
    if (expands) box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }
}

/**
 * @param {(text: string) => readonly any[]} find @param {string} text
 * @returns {{ candidates: any[], street?: string, question?: string }}
 */
function named(find, text) {
  try {
    return { candidates: [...find(text)].slice(0, MOST) };
  } catch {
    return { candidates: [] };
  }
}

/**
 * Today's communes that a text may mean. An old address is converted, with the question where its commune was divided.
 * @param {string} text @param {import("../index.js").Options} options
 * @returns {{ candidates: any[], street?: string, question?: string }}
 */
function suggestions(text, options) {
  try {
    const parsed = parseAddress(text, options);
    if (parsed.era === "before2025") {
      const { candidates, question } = convertAddress(text, options);
      return {
        candidates: [...candidates].slice(0, MOST),
        street: parsed.street,
        question: question ?? message(options.locale ?? "vi", "addressOld"),
      };
    }
    if (parsed.candidates.length) return { candidates: [...parsed.candidates].slice(0, MOST), street: parsed.street };
    const [last = "", ...before] = text.split(",").reverse();
    const candidates = last.trim().length < 2 ? [] : [...searchUnits(last.trim(), { ...options, limit: MOST })];
    return { candidates, street: before.reverse().join(",").trim() };
  } catch {
    return { candidates: [] };
  }
}

/** More than these nobody reads through. */
const MOST = 8;
