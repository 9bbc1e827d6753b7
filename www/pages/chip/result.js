import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { t } from "../../shell/locale.js";
import { countryName } from "./anchors.js";
import { ladder } from "./ladder.js";
import { portrait } from "./portrait.js";
import { checks, fieldLabel, groupLabel, verdict } from "./messages.js";

/**
 * The whole answer: verdict and ladder, the checks, the holder, what was found, the trail for an engineer.
 * @param {any} reading
 * @param {import("../chip.js").Opened} opened
 */
export function drawReading(reading, opened) {
  const { stopped, title, more } = verdict(reading);
  return [
    h(
      "section",
      { class: "panel verdict", "aria-labelledby": "verdict" },
      h("div", {}, h("h2", { id: "verdict" }, title), h("p", {}, more), notes(reading, opened)),
      ladder(reading.assurance, stopped),
    ),
    h("section", { class: "panel" }, h("h2", {}, t("Từng bước kiểm tra", "Each check")), checkList(reading)),
    holder(reading, stopped),
    findings(reading),
    trail(reading),
  ].filter((part) => part instanceof Node);
}

/** @param {any} reading @param {import("../chip.js").Opened} opened */
function notes(reading, { demo, ignored }) {
  const notes = [];
  if (demo)
    notes.push(
      t(
        "Thẻ mẫu: người, nơi cấp và chip đều không có thật. Chứng thư của bộ mẫu chỉ được tin cho lần đọc này.",
        "An invented card: person, issuer and chip do not exist. The demo's certificate is trusted for this " +
          "reading only.",
      ),
    );
  if (reading.clone.status === "claimed") {
    notes.push(
      t(
        "Lời đáp của chip khớp, nhưng câu hỏi hoặc khóa của lần đọc đó đi kèm trong tệp: ai có tệp này cũng nói " +
          "được như vậy. Chỉ khi chính bạn đặt câu hỏi cho chip thì lời đáp mới chứng minh đây không phải bản sao.",
        "The chip's answer fits, but the challenge or the key of that reading came with the file: whoever has this " +
          "file can say the same. Only an answer to a question of your own proves that the chip is no copy.",
      ),
    );
  }
  if (ignored.length > 0) notes.push(t(`Bỏ qua: ${ignored.join(", ")}`, `Left aside: ${ignored.join(", ")}`));
  return notes.length > 0
    ? h("div", { class: "notice" }, icon("info"), h("div", {}, ...notes.map((note) => h("p", {}, note))))
    : null;
}

/** @param {any} reading */
function checkList(reading) {
  const rows = checks(reading);
  return h(
    "ul",
    { class: "checks" },
    ...rows.map(({ state, title, status }, at) =>
      h(
        "li",
        { class: state },
        icon(state),
        h(
          "div",
          {},
          h("p", {}, title),
          h("p", { class: "status" }, status),
          at === 1 &&
            h(
              "ul",
              { class: "groups" },
              ...reading.dataGroups.map((/** @type {any} */ group) =>
                h(
                  "li",
                  {},
                  h(
                    "span",
                    {
                      class: `tag ${group.status === "match" ? "chip" : group.status === "notSupplied" ? "" : "error"}`,
                    },
                    `${group.name}: ${groupLabel(group.status)}`,
                  ),
                ),
              ),
            ),
          at === 2 && reading.chain.anchor && h("p", {}, anchorWords(reading.chain.anchor)),
        ),
      ),
    ),
  );
}

/** @param {any} anchor */
function anchorWords(anchor) {
  const country = typeof anchor.country === "string" ? countryName(anchor.country) : "";
  return h(
    "span",
    {},
    [anchor.subject, country].filter(Boolean).join(" · "),
    " ",
    h("small", { class: "mono" }, `SHA-256 ${anchor.fingerprint}`),
  );
}

/** @param {any} reading @param {boolean} stopped */
function holder(reading, stopped) {
  const fields = Object.entries(reading.person);
  if (fields.length === 0 && !reading.portrait) return null;
  const facts = h(
    "dl",
    { class: "facts" },
    ...fields.map(([name, value]) => {
      const { label, value: shown, isNumber } = fieldLabel(name, /** @type {string} */ (value));
      return h("div", {}, h("dt", {}, label), h("dd", { class: isNumber ? "number" : null }, shown));
    }),
  );
  const picture = reading.portrait && portrait(reading.portrait);
  return h(
    "section",
    { class: "panel" },
    h("h2", {}, t("Người trên thẻ", "The holder")),
    stopped &&
      h(
        "div",
        { class: "notice warning" },
        icon("warning"),
        h(
          "p",
          {},
          t(
            "Có chỗ không đúng ở trên: đừng dùng các mục dưới đây để làm hồ sơ.",
            "Something above is wrong: do not use what follows for an application.",
          ),
        ),
      ),
    h("div", { class: picture ? "holder pictured" : "holder" }, picture, facts),
  );
}

/** @param {any} reading */
function findings({ findings }) {
  if (findings.length === 0) return null;
  const icons = {
    error: /** @type {const} */ ("error"),
    warning: /** @type {const} */ ("warning"),
    info: /** @type {const} */ ("info"),
  };
  return h(
    "section",
    { class: "panel" },
    h("h2", {}, t("Những điều cần biết", "What was found")),
    h(
      "ul",
      { class: "checks" },
      ...findings.map((/** @type {any} */ found) =>
        h(
          "li",
          { class: found.severity },
          icon(icons[/** @type {keyof typeof icons} */ (found.severity)] ?? "info"),
          h(
            "div",
            {},
            h("p", {}, found.message),
            h("p", {}, h("small", { class: "mono" }, `${found.code} · ${found.path}`)),
          ),
        ),
      ),
    ),
  );
}

/** @param {any} reading */
function trail(reading) {
  const rows = reading.trail ?? [];
  if (rows.length === 0) return null;
  return h(
    "details",
    { class: "panel" },
    h("summary", {}, t("Chi tiết kỹ thuật", "For an engineer")),
    h(
      "div",
      { class: "scroll-x" },
      h(
        "table",
        {},
        h(
          "tbody",
          {},
          ...rows.map((/** @type {any} */ step) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, step.check),
              h("td", {}, step.outcome),
              h("td", { class: "mono" }, step.detail),
            ),
          ),
        ),
      ),
    ),
  );
}
