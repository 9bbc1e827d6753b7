import { h } from "../dom.js";
import { get } from "../paths.js";
import { message } from "../messages.js";

/** @type {import("./field.js").Draw} */
export function attachment(field, path, form, marks) {
  const files = /** @type {any[]} */ (get(form.answers, path) ?? []);
  const input = /** @type {HTMLInputElement} */ (
    h("input", {
      id: marks.id,
      type: "file",
      multiple: (field.max ?? 1) > 1,
      accept: (field.types ?? ["image/jpeg", "image/png", "application/pdf"]).join(","),
      "aria-describedby": marks.describedby,
      "aria-invalid": marks.invalid ? "true" : null,
    })
  );
  input.addEventListener("change", async () => {
    const added = await Promise.all([...(input.files ?? [])].map(describeFile));
    form.change(path, [...files, ...added]);
    form.redraw();
  });
  const list = files.map((file, index) =>
    h(
      "li",
      {},
      `${file.name} (${Math.ceil(file.size / 1024)} KB)`,
      h(
        "button",
        {
          type: "button",
          class: "button quiet",
          onclick: () => {
            form.change(path, files.length > 1 ? files.filter((_, other) => other !== index) : undefined);
            form.redraw();
          },
        },
        message(form.locale, "fileRemove", { name: file.name }),
      ),
    ),
  );
  return [input, h("ul", { class: "files" }, ...list)];
}

/** @param {File} file */
async function describeFile(file) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return {
    name: file.name,
    size: file.size,
    type: file.type,
    sha256: [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
  };
}
