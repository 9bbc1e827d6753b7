// The officer's page: what was handed in, opened in the viewer, which checks it once more; its way through the office.

import "/pkg/widget/view.js";
import { signedIn } from "./account.js";
import { ask } from "./api.js";
import { h, place } from "./dom.js";
import { STATUS, at, locale, t } from "./language.js";

await signedIn("officer");
await list();

/** @param {string} [before] */
async function list(before) {
  const { applications, next } = await ask("GET", `/api/officer/applications${before ? `?before=${before}` : ""}`);
  place("list").replaceChildren(
    h("h2", {}, t("Hồ sơ đã nhận", "Received")),
    applications.length
      ? h("ul", { class: "plain" }, ...applications.map(line))
      : h("p", {}, t("Chưa có hồ sơ nào.", "None yet.")),
    next ? h("button", { type: "button", class: "quiet", onclick: () => list(next) }, t("Cũ hơn", "Older")) : "",
  );
}

/** @param {any} each */
function line({ receipt, form, receivedAt, status, files, warnings, alike }) {
  const notes = [
    files ? t(`${files} tệp`, `${files} files`) : "",
    warnings ? t(`${warnings} điểm cần xem`, `${warnings} to look at`) : "",
    alike ? t("trùng nội dung với hồ sơ khác", "same answers as another") : "",
  ];
  const words = [form.toUpperCase(), at(receivedAt), STATUS[status], ...notes].filter(Boolean).join(" · ");
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", class: "row", onclick: () => void open(receipt) },
      h("b", { class: "number" }, receipt),
      words,
    ),
  );
}

/** @param {string} receipt */
async function open(receipt) {
  const path = `/api/officer/applications/${receipt}`;
  try {
    const { application, claims, status, files, steps, alike } = await ask("GET", path);
    const view = /** @type {any} */ (h("cancuoc-view", { locale, theme: "light" }));
    view.application = application;
    place("opened").replaceChildren(
      h("h2", { tabindex: "-1" }, h("span", { class: "number" }, receipt)),
      h("p", {}, claimed(claims)),
      alike.length ? h("p", { class: "warning" }, t("Cùng nội dung với: ", "Same answers as: "), alike.join(", ")) : "",
      h(
        "ol",
        {},
        ...steps.map((/** @type {any} */ step) =>
          h("li", {}, [STATUS[step.status], at(step.at), step.note].filter(Boolean).join(" · ")),
        ),
      ),
      h(
        "ul",
        {},
        ...files.map((/** @type {any} */ file) =>
          h(
            "li",
            {},
            h(
              "a",
              { href: `${path}/attachments/${file.position}`, download: true },
              `${file.name} (${Math.ceil(file.size / 1024)} KB)`,
            ),
          ),
        ),
      ),
      move(receipt, status),
      view,
    );
    /** @type {HTMLElement} */ (place("opened").querySelector("h2")).focus();
  } catch (trouble) {
    say(/** @type {import("./api.js").Trouble} */ (trouble));
  }
}

/** What the server's own check knows; the viewer beside has no evidence. @param {any} claims */
function claimed({ assurance }) {
  return assurance === "confirmed"
    ? t("Máy chủ đã kiểm tra dữ liệu chip gửi kèm.", "The server has checked the chip's data that came along.")
    : t(
        "Nguồn thông tin là lời người nộp, máy chủ chưa kiểm chứng.",
        "Where the answers came from is the sender's word; the server has no proof.",
      );
}

/** @param {string} receipt @param {string} status */
function move(receipt, status) {
  const to = /** @type {HTMLSelectElement} */ (
    h(
      "select",
      { id: "to" },
      ...Object.entries(STATUS)
        .filter(([value]) => value !== "received")
        .map(([value, words]) => h("option", { value, selected: value === status }, words)),
    )
  );
  const note = /** @type {HTMLTextAreaElement} */ (h("textarea", { id: "note", rows: "2", maxlength: "1000" }));
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      await ask("POST", `/api/officer/applications/${receipt}/status`, { status: to.value, note: note.value });
      await Promise.all([list(), open(receipt)]);
    } catch (trouble) {
      say(/** @type {import("./api.js").Trouble} */ (trouble));
    }
  };
  return h(
    "form",
    { class: "panel", onsubmit: send },
    h("p", {}, h("label", { for: "to" }, t("Chuyển sang", "Move to")), " ", to),
    h("p", {}, h("label", { for: "note" }, t("Lời nhắn cho người nộp", "A note for the citizen")), note),
    h("button", { type: "submit", id: "move" }, t("Ghi nhận", "Save")),
  );
}

/** @param {import("./api.js").Trouble} trouble */
function say({ message }) {
  place("opened").prepend(h("p", { role: "alert", class: "error" }, message));
}
