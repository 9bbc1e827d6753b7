import "../../pkg/widget/form.js";
import { h } from "../shell/dom.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { adoptSheets } from "../shell/sheets.js";

adoptSheets();
mountShell(Promise.resolve().then(() => form.loaded));

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const parameters = new URLSearchParams(location.search);
const wanted = parameters.get("form") ?? "ct01";
const on = parameters.get("on") ?? undefined;
const title = h("h1", { class: "hidden-visually" });
const form = /** @type {any} */ (h("cancuoc-form", { id: "form", form: wanted, history: true, locale: locale(), on }));
const others = h("nav", { hidden: true });
main.append(title, form, others);

/** Loaded later. @type {typeof import("../../pkg/index.js").listForms | undefined} */
let listForms;
let step = { title: "", errors: 0, step: "how" };
form.addEventListener("step", (/** @type {CustomEvent} */ event) => {
  step = event.detail;
  others.hidden = step.step !== "how" || !others.childElementCount;
  retitle();
});
onLocale(() => {
  form.setAttribute("locale", locale());
  title.textContent = t("Làm tờ khai", "Fill in a form");
  retitle();
  drawOthers();
});

function retitle() {
  const error = step.errors ? t("Lỗi: ", "Error: ") : "";
  document.title = `${error}${step.title || t("Làm tờ khai", "Fill in a form")} – cancuoc`;
}

// The other forms are not needed for the first field: they come when there is time.
form.loaded
  .then(() => new Promise((done) => setTimeout(done, 2500)))
  .then(async () => {
    const module = await import("../../pkg/index.js");
    await module.default();
    listForms = module.listForms;
    drawOthers();
  })
  .catch(() => {});

function drawOthers() {
  if (!listForms) return;
  let forms;
  try {
    forms = listForms({ locale: locale(), ...(on ? { on } : {}) }).filter(({ id }) => id !== wanted);
  } catch {
    return; // Not loaded yet.
  }
  if (!forms.length) return;
  others.setAttribute("aria-label", t("Tờ khai khác", "Other forms"));
  others.replaceChildren(
    h(
      "details",
      {},
      h("summary", {}, t(`Tờ khai khác (${forms.length})`, `Other forms (${forms.length})`)),
      h(
        "ul",
        { class: "links" },
        ...forms.map(({ id, title }) => h("li", {}, h("a", { href: `?form=${encodeURIComponent(id)}` }, title))),
      ),
    ),
  );
  others.hidden = step.step !== "how";
}
