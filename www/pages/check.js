import { initReading, readTyped, reconcile } from "../../pkg/reading.js";
import "../../pkg/widget/index.js";
import { readChip } from "../../pkg/widget/read-chip.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { backPhoto } from "./check/back.js";
import { linesField } from "./check/lines.js";
import { drawResult } from "./check/result.js";
import { kindLabel, sourceLabel } from "./check/messages.js";
import { TrustStore } from "./chip/trust-store.js";

mountShell();

/** What was read, in the order in which it was read. It lives in this page's memory and nowhere else. */
/** @type {import("../../pkg/index.js").Reading[]} */ let readings = [];

const on = new URLSearchParams(location.search).get("on") ?? undefined;
const options = () => ({ locale: locale(), on });

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const scan = h("cancuoc-scan", { modes: "camera photo text", locale: locale(), on });
const scanPanel = h("section", { class: "panel", id: "scan" });
const chip = readChip({ locale, on, take: add, trust: () => new TrustStore().trust(), person: known });
const linesPanel = /** @type {HTMLDetailsElement} */ (h("details", { class: "panel", id: "back" }));
const photo = backPhoto(linesPanel, options, add);
const typedPanel = h("details", { class: "panel", id: "typed" });
const papers = h("section", { class: "panel", id: "papers" });
const result = h("section", { id: "result", tabindex: "-1" });
const said = h("p", { class: "hidden-visually", role: "status" });
main.append(scanPanel, ...(chip ? [chip.element] : []), linesPanel, typedPanel, said, papers, result);

scanPanel.append(h("h2"), scan);
scan.addEventListener("reading", (event) => add(/** @type {CustomEvent} */ (event).detail));

initReading().then(
  () => onLocale(draw),
  () =>
    main.append(
      h(
        "p",
        { class: "notice error", role: "alert" },
        icon("error"),
        t("Không tải được phần đọc giấy tờ. Hãy tải lại trang.", "The reader could not be loaded. Reload the page."),
      ),
    ),
);

function draw() {
  scan.setAttribute("locale", locale());
  const [title] = scanPanel.children;
  if (title)
    title.textContent = t("1. Quét hoặc dán mã QR của từng giấy tờ", "1. Scan or paste the QR code of each document");
  linesPanel.replaceChildren(
    h(
      "summary",
      {},
      h(
        "b",
        {},
        t(
          "Chụp hoặc gõ dòng mã ở mặt sau thẻ hoặc hộ chiếu",
          "Photograph or type the lines on the back of the card, or of a passport",
        ),
      ),
    ),
    linesField(options, add, photo),
  );
  drawTyped();
  drawPapers();
  chip?.draw();
}

/** What was read so far, as the key of the chip needs it. */
function known() {
  return readings.length ? reconcile(readings, options()).person : {};
}

/** @param {import("../../pkg/index.js").Reading} reading */
function add(reading) {
  readings = [...readings, reading];
  said.textContent = t(`Đã thêm: ${kindLabel(reading.kind)}.`, `Added: ${kindLabel(reading.kind)}.`);
  drawPapers();
  chip?.draw();
}

function drawTyped() {
  const box = (
    /** @type {string} */ name,
    /** @type {string} */ label,
    /** @type {Record<string, string>} */ attributes = {},
  ) =>
    h(
      "div",
      { class: "field" },
      h("label", { for: `typed-${name}` }, label),
      h("input", { type: "text", id: `typed-${name}`, name, autocomplete: "off", ...attributes }),
    );
  const problems = h("div", { "aria-live": "polite" });
  const form = /** @type {HTMLFormElement} */ (
    h(
      "form",
      {
        novalidate: true,
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          const person = Object.fromEntries(
            [...new FormData(form)].map(([name, value]) => [name, String(value)]).filter(([, value]) => value?.trim()),
          );
          const reading = readTyped(person, options());
          const wrong = reading.findings.filter(({ severity }) => severity === "error");
          problems.replaceChildren(
            ...wrong.map(({ message }) => h("p", { class: "notice error" }, icon("error"), message)),
          );
          if (wrong.length || !Object.keys(reading.person).length) return;
          form.reset();
          add(reading);
        },
      },
      h(
        "div",
        { class: "two" },
        box("pin", t("Số định danh (12 số)", "Personal number (12 digits)"), { inputmode: "numeric" }),
        box("fullName", t("Họ, chữ đệm và tên", "Full name")),
        box("birthDate", t("Ngày sinh (ví dụ 15/05/2002)", "Date of birth (for example 15/05/2002)")),
        h(
          "div",
          { class: "field" },
          h("label", { for: "typed-sex" }, t("Giới tính", "Sex")),
          h(
            "select",
            { id: "typed-sex", name: "sex" },
            h("option", { value: "" }, t("Chưa chọn", "Not chosen")),
            h("option", { value: "male" }, t("Nam", "Male")),
            h("option", { value: "female" }, t("Nữ", "Female")),
          ),
        ),
        box("residence", t("Nơi thường trú", "Residence")),
      ),
      problems,
      h(
        "div",
        { class: "actions" },
        h("button", { class: "button second" }, t("Thêm thông tin tự khai", "Add what was typed")),
      ),
    )
  );
  typedPanel.replaceChildren(
    h("summary", {}, h("b", {}, t("Nhập tay để so với giấy tờ", "Type in, to compare with the documents"))),
    h(
      "p",
      { class: "hint" },
      t(
        "Thông tin nhập tay chỉ để so sánh, không phải bằng chứng.",
        "What is typed serves for comparison only; it is no evidence.",
      ),
    ),
    form,
  );
}

function drawPapers() {
  const items = readings.map((reading, index) =>
    h(
      "li",
      {},
      h(
        "span",
        {},
        h("b", {}, kindLabel(reading.kind)),
        " ",
        h("span", { class: `tag ${reading.source}` }, sourceLabel(reading.source)),
      ),
      h(
        "button",
        {
          type: "button",
          class: "button quiet",
          onclick: () => {
            readings = readings.filter((each) => each !== reading);
            drawPapers();
            result.focus();
          },
        },
        t("Bỏ ra", "Remove"),
        h("span", { class: "hidden-visually" }, ` ${index + 1}: ${kindLabel(reading.kind)}`),
      ),
    ),
  );
  papers.replaceChildren(
    h("h2", {}, t("2. Giấy tờ đã đọc", "2. Documents read")),
    ...(items.length
      ? [
          h("ul", { class: "papers" }, ...items),
          h(
            "div",
            { class: "actions" },
            h(
              "button",
              { type: "button", class: "button danger", onclick: next },
              t("Xóa hết, người tiếp theo", "Clear all, next person"),
            ),
          ),
        ]
      : [h("p", {}, t("Chưa có giấy tờ nào.", "None yet."))]),
  );
  result.replaceChildren(...(readings.length ? drawResult(readings, reconcile(readings, options())) : []));
}

/** Nothing of one citizen stays for the next one. */
function next() {
  readings = [];
  chip?.forget();
  photo.forget();
  said.textContent = t("Đã xóa hết.", "Everything was cleared.");
  draw();
  scrollTo({ top: 0 });
}
