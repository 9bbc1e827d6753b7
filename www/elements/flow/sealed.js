import { h } from "../dom.js";
import { saveFile } from "../files.js";

/** The check code of a sealed application. @param {any} sealed */
export function digestOf(sealed) {
  return String(sealed?.digest?.value ?? sealed?.digest ?? sealed?.sha256 ?? "");
}

/** @param {import("./flow.js").Flow} flow */
export function saveSealed({ id, state: { sealed } }) {
  if (!sealed) return;
  const digest = digestOf(sealed).replace(/^sha-?256[:=]/i, "");
  saveFile(`${id}-${digest.slice(0, 8) || "application"}.json`, JSON.stringify(sealed, null, 2), "application/json");
}

/** The digest as a QR code: its drawing comes a moment later. @param {string} digest @param {string} label */
export function digestPicture(digest, label) {
  const figure = h("figure", { class: "digest-figure", hidden: true });
  import("../qr-picture.js").then(
    ({ qrPicture }) => {
      const picture = qrPicture(new TextEncoder().encode(digest), label);
      if (!picture) return;
      figure.replaceChildren(picture, h("figcaption", { class: "hint" }, label));
      figure.hidden = false;
    },
    () => {},
  );
  return figure;
}
