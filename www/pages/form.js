import "../../pkg/widget/form.js";
import { h } from "../shell/dom.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { adoptSheets } from "../shell/sheets.js";

adoptSheets();

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const title = /** @type {HTMLElement} */ (document.querySelector("h1"));
const parameters = new URLSearchParams(location.search);
const wanted = parameters.get("form") ?? "ct01";
const service = /^[a-z0-9-]{1,60}$/.exec(parameters.get("service") ?? "")?.[0];
const form = /** @type {any} */ (
  h("cancuoc-form", {
    id: "form",
    form: wanted,
    service,
    history: true,
    locale: locale(),
    on: parameters.get("on"),
    "draft-key": draftKey(),
    hidden: true,
  })
);
const about = h("div", { id: "about" });
/** What the catalogue says of the service, and what choosing it has answered. */
const catalogued = service ? fetch(`./catalogue/${service}.json`).then((response) => response.json()) : undefined;
form.preset = catalogued?.then((entry) => entry.preset?.[wanted] ?? {}).catch(() => ({}));
let step = { title: "", errors: 0, step: "how" };
/** The catalogue's entry. @type {any} */ let entry;

mountShell(Promise.resolve().then(() => form.loaded));
title.removeAttribute("data-en");
form.addEventListener("step", (/** @type {CustomEvent} */ event) => {
  step = event.detail;
  about.hidden = step.step !== "how";
  retitle();
});
main.append(about, form);
form.loaded.then(() => {
  document.getElementById("place")?.remove();
  form.hidden = false;
});
onLocale(() => {
  form.setAttribute("locale", locale());
  retitle();
  void describe();
});

/**
 * The draft that this entry of the browser's history works on: a reload and the back button find it again; who opens
 * the form's address anew begins an empty one. The first page leads to the others by `?draft=`.
 */
function draftKey() {
  const asked = /^[\w-]{1,40}$/.exec(parameters.get("draft") ?? "")?.[0];
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const here = visit?.type === "navigate" ? undefined : history.state?.draft;
  const key = asked ?? here ?? crypto.getRandomValues(new Uint32Array(2)).join("");
  parameters.delete("draft");
  history.replaceState({ ...history.state, draft: key }, "", parameters.size ? `?${parameters}` : location.pathname);
  return key;
}

function retitle() {
  const name = entry?.title[locale()] ?? t("Làm tờ khai", "Fill in a form");
  title.textContent = name;
  // On the first step the service's name is what is seen, on the others the heading of the step.
  title.classList.toggle("hidden-visually", step.step !== "how" || !service);
  const error = step.errors ? t("Lỗi: ", "Error: ") : "";
  document.title = `${error}${step.title || name} – cancuoc`;
}

/** What the service is: for the first field nobody waits for it. */
async function describe() {
  if (!service) return;
  try {
    entry ??= await catalogued;
    form.about = entry;
    const { intro } = await import("./form/intro.js");
    about.replaceChildren(intro(entry, wanted));
    retitle();
  } catch {
    // Without it the form's own pages say all that is needed.
  }
}
