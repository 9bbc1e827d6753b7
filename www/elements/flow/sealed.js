import { h } from "../dom.js";
import { saveFile } from "../files.js";

/** The check code of a sealed application. @param {any} sealed */
export function digestOf(sealed) {
  return String(sealed?.digest?.value ?? sealed?.digest ?? sealed?.sha256 ?? "");
}

/** What a person can quote on the telephone: `CT01-3CE0-10F0`. @param {string} form @param {string} digest */
export function numberOf(form, digest) {
  return [form, digest.slice(0, 4), digest.slice(4, 8)].join("-").toUpperCase();
}

/** @param {import("./flow.js").Flow} flow */
export function saveSealed(flow) {
  const { name, text } = fileOf(flow);
  if (flow.state.sealed) saveFile(name, text, "application/json");
}

/** Whether this browser hands files to other apps. */
export function canShare() {
  try {
    return Boolean(navigator.canShare?.({ files: [new File(["{}"], "a.json", { type: "application/json" })] }));
  } catch {
    return false;
  }
}

/** @param {import("./flow.js").Flow} flow */
export async function shareSealed(flow) {
  const { name, text } = fileOf(flow);
  const file = new File([text], name, { type: "application/json" });
  // Who closes the system's sheet has decided against it: that is no error.
  await navigator.share({ files: [file], title: flow.form.title }).catch(() => {});
}

/** @param {import("./flow.js").Flow} flow */
function fileOf({ id, state: { sealed } }) {
  const name = `${numberOf(id, digestOf(sealed)).toLowerCase()}.json`;
  return { name, text: JSON.stringify(sealed, null, 2) };
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
