import { readMrz } from "../../../pkg/reading.js";
import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { t } from "../../shell/locale.js";

/**
 * A field for the lines of a card or a passport that helps while they are typed: how many characters each line has,
 * what looks like a slip, and the one correction that makes every check digit agree, which only a person takes over.
 *
 * @param {() => import("../../../pkg/index.js").Options} options
 * @param {(reading: import("../../../pkg/index.js").Reading) => void} add
 * @param {ReturnType<typeof import("./back.js").backPhoto>} photo
 */
export function linesField(options, add, photo) {
  const help = h("div", { id: "lines-help", "aria-live": "polite" });
  const counts = h("p", { class: "hint mono", id: "lines-count" });
  const box = /** @type {HTMLTextAreaElement} */ (
    h("textarea", {
      id: "lines",
      class: "mono",
      rows: "3",
      spellcheck: "false",
      autocapitalize: "characters",
      autocomplete: "off",
      "aria-describedby": "lines-count lines-help",
    })
  );
  const button = h(
    "button",
    { type: "button", class: "button second", onclick: take },
    t("Thêm dòng mã này", "Add these lines"),
  );
  const asked = h("div");
  box.addEventListener("input", () => {
    look();
    photo.changed();
  });
  photo.of({
    lines: () => box.value.split("\n"),
    write(lines) {
      box.value = lines.join("\n");
      look();
    },
    select(line, column) {
      const before = box.value.split("\n").slice(0, line).join("\n").length;
      const at = before + (line ? 1 : 0) + column;
      box.focus();
      box.setSelectionRange(at, at + 1);
    },
    shows: () => asked,
    read: take,
  });
  return h(
    "div",
    {},
    photo.element,
    h(
      "div",
      { class: "field" },
      h(
        "label",
        { for: "lines" },
        t("Ba dòng chữ in hoa có dấu < (hộ chiếu: hai dòng)", "The three lines of capitals and < (a passport has two)"),
      ),
      h(
        "p",
        { class: "hint" },
        t(
          "Chữ thường, dấu cách hay thiếu xuống dòng đều được.",
          "Small letters, blanks and missing line breaks do not matter.",
        ),
      ),
      box,
      counts,
    ),
    asked,
    help,
    h("div", { class: "actions" }, button),
  );

  function look() {
    const text = box.value;
    if (!text.trim()) {
      counts.textContent = "";
      help.replaceChildren();
      return;
    }
    const read = readMrz(text, options());
    // A sign that is still asked for is no fault.
    const unsure = text.includes("?");
    counts.textContent = read.lines
      .map((line, index) => `${t("dòng", "line")} ${index + 1}: ${line.length}`)
      .join(" · ");
    // While a line is still being typed its length is no fault.
    const said = read.findings.filter(
      ({ code }) => !["mrz.length", "mrz.suggestion"].includes(code) && read.kind !== "unknown" && !unsure,
    );
    help.replaceChildren(
      ...said.map(({ severity, message }) =>
        h("p", { class: `notice ${severity === "info" ? "" : severity}` }, icon(severity), message),
      ),
      ...suggestion(read),
      ...(read.assurance === "wellFormed"
        ? [
            h(
              "p",
              { class: "notice good" },
              icon("good"),
              t("Mọi chữ số kiểm tra đều khớp.", "Every check digit agrees."),
            ),
          ]
        : []),
    );
  }

  /** @param {import("../../../pkg/index.js").MrzReading} read */
  function suggestion(read) {
    const better = read.suggestion;
    const words = read.findings.find(({ code }) => code === "mrz.suggestion")?.message;
    if (!better || !words) return [];
    const use = () => {
      box.value = better;
      look();
      box.focus();
    };
    return [
      h(
        "div",
        { class: "notice" },
        icon("info"),
        h(
          "div",
          {},
          h("p", {}, words),
          h(
            "button",
            { type: "button", class: "button second", onclick: use },
            t("Đã so với thẻ, sửa giúp tôi", "I compared it with the card; correct it"),
          ),
        ),
      ),
    ];
  }

  function take() {
    const read = readMrz(box.value, options());
    if (read.kind === "unknown") {
      help.replaceChildren(
        ...read.findings.map(({ message }) => h("p", { class: "notice error" }, icon("error"), message)),
      );
      box.focus();
      return;
    }
    box.value = "";
    asked.replaceChildren();
    look();
    add(read);
    photo.taken();
  }
}
