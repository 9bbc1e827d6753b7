import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";
import { tokensOf } from "./colours.js";

/** @typedef {(name: string, value: string) => void} Changed */

/**
 * The settings of the element that is chosen.
 * @param {import("./state.js").State} state @param {readonly { id: string, title: string }[]} forms
 * @param {Changed} changed
 */
export function controls(state, forms, changed) {
  const element = state.get("element");
  const own = element === "form" ? formControls : element === "scan" ? scanControls : addressControls;
  return [
    group(
      "element-group",
      t("Phần tử", "Element"),
      select(state, changed, "element", t("Phần tử nào", "Which element"), [
        ["form", t("Tờ khai <cancuoc-form>", "Form <cancuoc-form>")],
        ["scan", t("Đọc thẻ <cancuoc-scan>", "Card reader <cancuoc-scan>")],
        ["address", t("Địa chỉ <cancuoc-address>", "Address <cancuoc-address>")],
      ]),
      ...own(state, forms, changed),
    ),
    group("looks-group", t("Giao diện", "Looks"), ...looks(state, changed)),
  ];
}

/** @param {import("./state.js").State} state @param {readonly any[]} forms @param {Changed} changed */
function formControls(state, forms, changed) {
  const known = forms.map(({ id, title }) => /** @type {[string, string]} */ ([id, `${id}: ${title}`]));
  const form = state.get("form");
  return [
    select(state, changed, "form", t("Tờ khai", "Form"), known.length ? known : [[form, form]]),
    select(state, changed, "draft", t("Giữ bản nháp trên máy", "Draft on the device"), [
      ["off", t("Không giữ (máy dùng chung)", "None (shared devices)")],
      ["1", t("1 ngày", "1 day")],
      ["7", t("7 ngày", "7 days")],
    ]),
    select(state, changed, "assurance", t("Phải đọc thẻ đến mức", "A card must be read as"), [
      ["", t("Không bắt buộc", "Not needed")],
      ["wellFormed", t("Đúng định dạng (mã QR)", "Well formed (QR code)")],
      ["consistent", t("Hai mặt khớp nhau", "Both sides agree")],
      ["authentic", t("Chip do cơ quan cấp ký", "Chip signed by the issuer")],
    ]),
    text(state, changed, "action", t("Gửi hồ sơ tới (action)", "Post to (action)"), "/ho-so"),
    tick(
      state,
      changed,
      "history",
      t("Nút lùi của trình duyệt lùi một bước", "The browser's back button goes a page back"),
    ),
    tick(state, changed, "quiet", t("Không rung, không kêu", "No sound, no vibration")),
  ];
}

/** @param {import("./state.js").State} state @param {unknown} _forms @param {Changed} changed */
function scanControls(state, _forms, changed) {
  return [
    select(state, changed, "modes", t("Cách đọc", "Ways"), [
      ["camera photo text", t("Máy ảnh, ảnh chụp, gõ", "Camera, photo, typed")],
      ["camera", t("Chỉ máy ảnh", "Camera only")],
      ["photo text", t("Ảnh chụp, gõ", "Photo, typed")],
      ["mrz", t("Ba dòng ở mặt sau", "Three lines on the back")],
      ["camera photo text mrz", t("Tất cả", "All")],
    ]),
    tick(state, changed, "quiet", t("Không rung, không kêu", "No sound, no vibration")),
  ];
}

/** @param {import("./state.js").State} state @param {unknown} _forms @param {Changed} changed */
function addressControls(state, _forms, changed) {
  return [
    text(state, changed, "label", t("Nhãn (label)", "Label"), t("Nơi ở hiện tại", "Present residence")),
    tick(state, changed, "required", t("Bắt buộc", "Required")),
  ];
}

/** @param {import("./state.js").State} state @param {Changed} changed */
function looks(state, changed) {
  const accent = state.get("accent");
  const hint =
    accent && tokensOf(accent).changed
      ? t("Đã chỉnh đậm hơn để chữ dễ đọc (4,5 : 1).", "Made darker, so that text can be read (4.5 : 1).")
      : "";
  return [
    select(state, changed, "language", t("Ngôn ngữ", "Language"), [
      ["", t("Như trang này", "As this page")],
      ["vi", "Tiếng Việt"],
      ["en", "English"],
    ]),
    select(state, changed, "theme", t("Sáng, tối", "Light, dark"), [
      ["", t("Như trang của bạn (ở đây: sáng)", "As your page (here: light)")],
      ["light", t("Sáng", "Light")],
      ["dark", t("Tối", "Dark")],
      ["auto", t("Theo máy", "As the system")],
    ]),
    presets(state, changed),
    field(
      "accent",
      t("Màu riêng", "Own colour"),
      h("input", {
        type: "color",
        id: "accent",
        value: accent || "#0b5f5a",
        "aria-describedby": hint ? "accent-hint" : null,
        onchange: (/** @type {any} */ { target }) => changed("accent", target.value),
      }),
      hint,
    ),
    select(state, changed, "radius", t("Góc", "Corners"), [
      ["", t("Bo vừa", "Round")],
      ["0", t("Vuông", "Square")],
      ["0.375rem", t("Bo ít", "Slightly round")],
      ["1rem", t("Bo nhiều", "Very round")],
    ]),
    select(state, changed, "font", t("Phông chữ", "Typeface"), [
      ["", t("Của máy", "The system's")],
      ["page", t("Như trang của bạn", "As your page")],
      ["serif", t("Có chân", "Serif")],
    ]),
  ];
}

/** Colours to begin with. @param {import("./state.js").State} state @param {Changed} changed */
function presets(state, changed) {
  const known = [
    ["", t("Xanh ngọc (mặc định)", "Teal (as it comes)")],
    ["#1f4f8f", t("Xanh dương", "Blue")],
    ["#a3231b", t("Đỏ", "Red")],
    ["#2e6b1f", t("Xanh lá", "Green")],
    ["#14211f", t("Đen", "Black")],
  ];
  const accent = state.get("accent");
  const own = known.some(([value]) => value === accent) ? [] : [[accent, t("Màu riêng", "Own colour")]];
  const value = /** @type {[string, string][]} */ ([...known, ...own]);
  const options = value.map(([each, words]) => h("option", { value: each, selected: each === accent }, words));
  return field(
    "preset",
    t("Màu chủ đạo", "Main colour"),
    h(
      "select",
      { id: "preset", onchange: (/** @type {any} */ { target }) => changed("accent", target.value) },
      ...options,
    ),
  );
}

/** Folded or not as the person left it; at first as there is room. @type {Map<string, boolean>} */
const unfolded = new Map();

/** @param {string} id @param {string} title @param {...HTMLElement} fields */
function group(id, title, ...fields) {
  const open = unfolded.get(id) ?? (id === "element-group" || matchMedia("(min-width: 60rem)").matches);
  const keep = (/** @type {any} */ { target }) => void unfolded.set(id, target.open);
  return h("details", { class: "panel", id, open, ontoggle: keep }, h("summary", {}, title), ...fields);
}

/** @param {string} id @param {string} label @param {HTMLElement} control @param {string} [hint] */
function field(id, label, control, hint = "") {
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    hint ? h("p", { class: "hint", id: `${id}-hint` }, hint) : null,
    control,
  );
}

/**
 * @param {import("./state.js").State} state @param {Changed} changed @param {string} name @param {string} label
 * @param {[string, string][]} options
 */
function select(state, changed, name, label, options) {
  return field(
    name,
    label,
    h(
      "select",
      { id: name, onchange: (/** @type {any} */ { target }) => changed(name, target.value) },
      ...options.map(([value, words]) => h("option", { value, selected: value === state.get(name) }, words)),
    ),
  );
}

/**
 * @param {import("./state.js").State} state @param {Changed} changed @param {string} name @param {string} label
 * @param {string} example
 */
function text(state, changed, name, label, example) {
  const input = h("input", {
    type: "text",
    id: name,
    value: state.get(name),
    placeholder: example,
    autocomplete: "off",
    spellcheck: "false",
    onchange: (/** @type {any} */ { target }) => changed(name, target.value.trim()),
  });
  return field(name, label, input);
}

/** @param {import("./state.js").State} state @param {Changed} changed @param {string} name @param {string} label */
function tick(state, changed, name, label) {
  const box = h("input", {
    type: "checkbox",
    id: name,
    checked: state.get(name) === "on",
    onchange: (/** @type {any} */ { target }) => changed(name, target.checked ? "on" : ""),
  });
  return h("label", { class: "check" }, box, h("span", {}, label));
}
