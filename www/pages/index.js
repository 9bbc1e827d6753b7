import { mountShell } from "../shell/shell.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { h } from "../shell/dom.js";
import "../../pkg/widget/index.js";

mountShell();

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const parameters = new URLSearchParams(location.search);
const wanted = parameters.get("form") ?? "ct01";
const title = h("h1", { class: "hidden-visually" });
const form = h("cancuoc-form", { id: "form", form: wanted, history: true, locale: locale(), on: parameters.get("on") });
main.append(title, form);

let step = { title: "", errors: 0 };
form.addEventListener("step", (event) => {
  step = /** @type {CustomEvent} */ (event).detail;
  retitle();
});
onLocale(() => {
  form.setAttribute("locale", locale());
  title.textContent = t("Làm tờ khai", "Fill in a form");
  retitle();
});

function retitle() {
  const error = step.errors ? t("Lỗi: ", "Error: ") : "";
  document.title = `${error}${step.title || t("Làm tờ khai", "Fill in a form")} – cancuoc`;
}
