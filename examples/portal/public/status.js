// Where an application stands: by its receipt for whoever has it, with the officer's words for whoever handed it in.

import { whoever } from "./account.js";
import { ask } from "./api.js";
import { h, place } from "./dom.js";
import { STATUS, at, t } from "./language.js";

const account = await whoever();
const box = /** @type {HTMLInputElement} */ (place("receipt"));

place("look").addEventListener("submit", (event) => {
  event.preventDefault();
  void look();
});

async function look() {
  const found = place("found");
  try {
    const { receipt, form, receivedAt, steps } = await ask("POST", "/api/status", { receipt: box.value });
    found.replaceChildren(
      h("h2", {}, h("span", { class: "number" }, receipt)),
      h("p", {}, `${form.toUpperCase()} · ${t("nhận lúc", "received")} ${at(receivedAt)}`),
      h("ol", {}, ...steps.map((/** @type {any} */ step) => h("li", {}, `${STATUS[step.status]} · ${at(step.at)}`))),
    );
  } catch (trouble) {
    const { message } = /** @type {import("./api.js").Trouble} */ (trouble);
    found.replaceChildren(h("p", { role: "alert", class: "error" }, message));
  }
}

if (account?.role === "citizen") {
  const { applications } = await ask("GET", "/api/applications");
  place("own").replaceChildren(
    h("h2", {}, t("Hồ sơ của tôi", "My applications")),
    applications.length
      ? h("ul", { class: "plain" }, ...applications.map(line))
      : h("p", {}, t("Chưa có hồ sơ nào.", "None yet.")),
  );
}

/** @param {any} application */
function line({ receipt, form, receivedAt, status, note }) {
  return h(
    "li",
    { class: "panel" },
    h("b", { class: "number" }, receipt),
    h("p", {}, `${form.toUpperCase()} · ${at(receivedAt)} · ${STATUS[status]}`),
    note ? h("p", {}, t("Cán bộ ghi: ", "The officer: "), note) : null,
  );
}
