import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { t } from "../../shell/locale.js";

/** A sealed form is some kilobytes; what is longer is none. */
const LARGEST = 2 << 20;

/**
 * Ways in: files (several), dropped files, pasted text.
 * @param {(found: { name: string, application: any }[]) => void} take
 */
export function intake(take) {
  const said = h("div", { role: "alert" });
  const input = /** @type {HTMLInputElement} */ (
    h("input", { type: "file", id: "files", multiple: true, accept: "application/json,.json" })
  );
  const text = /** @type {HTMLTextAreaElement} */ (
    h("textarea", { id: "pasted", rows: 3, spellcheck: "false", class: "mono" })
  );
  const open = async (/** @type {File[]} */ files) => {
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, application: await parsed(file) })));
    tell(read.filter(({ application }) => !application).map(({ name }) => name));
    take(read.filter(({ application }) => application));
  };
  const tell = (/** @type {string[]} */ names) => {
    const words = t(
      `Không phải tệp tờ khai đã hoàn tất: ${names.join(", ")}. Hãy chọn tệp .json mà trang làm tờ khai đã lưu.`,
      `Not a completed form: ${names.join(", ")}. Choose the .json file that the form's page has saved.`,
    );
    said.replaceChildren(names.length ? h("p", { class: "notice error" }, icon("error"), words) : "");
  };
  input.addEventListener("change", () => {
    void open([...(input.files ?? [])]).then(() => (input.value = ""));
  });
  const drop = h(
    "div",
    {
      class: "drop",
      ondragover: (/** @type {DragEvent} */ event) => event.preventDefault(),
      ondrop: (/** @type {DragEvent} */ event) => {
        event.preventDefault();
        void open([...(event.dataTransfer?.files ?? [])]);
      },
    },
    h(
      "div",
      { class: "file" },
      input,
      h("label", { class: "button big", for: "files" }, icon("download"), t("Chọn tệp tờ khai", "Choose form files")),
    ),
    h("p", { class: "hint" }, t("Hoặc thả nhiều tệp vào đây.", "Or drop several files here.")),
  );
  const paste = () => {
    const application = objectOf(text.value);
    if (!application) return tell([t("nội dung đã dán", "the pasted text")]);
    tell([]);
    text.value = "";
    take([{ name: t("đã dán", "pasted"), application }]);
  };
  return h(
    "section",
    {},
    said,
    drop,
    h(
      "details",
      {},
      h("summary", {}, t("Dán nội dung tệp", "Paste the content of a file")),
      h(
        "div",
        { class: "field" },
        h("label", { for: "pasted" }, t("Nội dung tệp tờ khai", "Content of the form's file")),
        text,
      ),
      h("button", { type: "button", class: "button second", onclick: paste }, t("Mở nội dung này", "Open this")),
    ),
  );
}

/** @param {File} file */
async function parsed(file) {
  return file.size > LARGEST ? undefined : objectOf(await file.text());
}

/** @param {string} text @returns {any} a sealed form by its looks; whether it is one, the rules say */
function objectOf(text) {
  try {
    const value = JSON.parse(text);
    return typeof value?.form === "string" && value.answers && value.digest ? value : undefined;
  } catch {
    return undefined;
  }
}
