import { h } from "../dom.js";
import { saveFile } from "../files.js";
import { icon } from "../icons.js";
import { notice } from "../notice.js";
import { digestOf, numberOf } from "./sealed.js";

/**
 * A button that makes the official form as a PDF, and the place where it says what came of it. The writer is loaded
 * when it is first pressed.
 * @param {any} sealed @param {(key: import("../messages.js").MessageKey) => string} message
 * @returns {[HTMLButtonElement, HTMLElement]}
 */
export function pdfButton(sealed, message) {
  const said = h("div", { role: "status" });
  const press = async () => {
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    said.replaceChildren(h("p", { class: "hint" }, message("donePdfMaking")));
    try {
      const bytes = await pdfOf(sealed);
      saveFile(`${numberOf(sealed.form, digestOf(sealed)).toLowerCase()}.pdf`, bytes, "application/pdf");
      said.replaceChildren(h("p", { class: "hint" }, message("donePdfMade")));
    } catch {
      said.replaceChildren(notice("error", message("donePdfFailed")));
    }
    button.removeAttribute("aria-disabled");
  };
  const button = /** @type {HTMLButtonElement} */ (
    h(
      "button",
      { type: "button", class: "button big second save-pdf", onclick: () => void press() },
      icon("download"),
      message("donePdf"),
    )
  );
  return [button, said];
}

/** @param {any} sealed @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function pdfOf(sealed) {
  const { initForm, renderPdf } = await import("../../pdf.js");
  await initForm(sealed.form);
  return renderPdf(sealed);
}
