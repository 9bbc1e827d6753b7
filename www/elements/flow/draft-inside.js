import { h } from "../dom.js";
import { draftOfFile, soundDraft } from "../draft-check.js";
import { saveFile } from "../files.js";
import { notice } from "../notice.js";
import { stateFrom } from "./state.js";

/**
 * What stands in the block about the draft: what it protects, export, import, delete.
 * @param {any} ui the form's element @returns {Node[]}
 */
export function draftInside(ui) {
  const { days } = ui.formDraft;
  const input = /** @type {HTMLInputElement} */ (
    h("input", { type: "file", accept: "application/json,.json", id: "draft-file" })
  );
  const words = h("div");
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    const wrong = file && !(await importDraft(ui, file));
    if (wrong) words.replaceChildren(h("div", { role: "alert" }, notice("error", ui.message("draftNotOurs"))));
  });
  const sure = confirmation(ui);
  const askWhetherSure = () => {
    sure.hidden = false;
    sure.querySelector("button")?.focus();
  };
  return [
    words,
    h("p", { class: "hint" }, ui.message("draftWords", { days })),
    h(
      "div",
      { class: "actions top" },
      h(
        "button",
        { type: "button", class: "button second", onclick: () => exportDraft(ui.flow) },
        ui.message("draftExport"),
      ),
      h("small", {}, ui.message("draftExportNote")),
    ),
    h("div", { class: "field" }, h("label", { for: "draft-file" }, ui.message("draftImport")), input),
    h("button", { type: "button", class: "button danger", onclick: askWhetherSure }, ui.message("draftDrop")),
    sure,
  ];
}

/** @param {any} ui */
function confirmation(ui) {
  const yes = { type: "button", class: "button danger", "aria-describedby": "sure", onclick: () => ui.startAgain() };
  const no = { type: "button", class: "button second", onclick: () => (sure.hidden = true) };
  const sure = h(
    "div",
    { hidden: true },
    h("p", { id: "sure" }, ui.message("draftSure")),
    h(
      "div",
      { class: "actions" },
      h("button", yes, ui.message("draftSureYes")),
      h("button", no, ui.message("draftSureNo")),
    ),
  );
  return sure;
}

/** @param {import("./flow.js").Flow} flow */
function exportDraft(flow) {
  const draft = { cancuocDraft: 1, form: flow.id, state: soundDraft(flow.state) };
  saveFile(`${flow.id}-draft.json`, JSON.stringify(draft), "application/json");
}

/** @param {any} ui @param {File} file @returns {Promise<boolean>} whether it is a draft of this form */
async function importDraft(ui, file) {
  const before = ui.flow?.state;
  try {
    if (file.size > LARGEST) return false;
    const draft = JSON.parse(await file.text());
    const ours = draft?.cancuocDraft === 1 && draft.form === ui.flow?.id;
    const state = ours ? stateFrom(draftOfFile(draft.state)) : undefined;
    if (!state) return false;
    // First it is drawn, then it is kept: what cannot be drawn would lock this page until it expires.
    ui.restore(state);
    ui.draw("title");
    ui.formDraft.save();
    return true;
  } catch {
    if (before && ui.flow) ui.restore(before);
    return false;
  }
}

/** Bytes; see `../draft-check.js`. */
const LARGEST = 1 << 20;
