import { chipFiles } from "../../pkg/chip-files.js";
import init, { readChip } from "../../pkg/chip.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { anchorsPanel } from "./chip/anchors.js";
import { errorMessage } from "./chip/messages.js";
import { drawReading } from "./chip/result.js";
import { TrustStore } from "./chip/trust-store.js";

/**
 * @typedef {{ files: Record<string, Uint8Array>, trust: Record<string, any>, ignored: readonly string[], demo?:
 * Uint8Array }} Opened
 *   `demo`: the anchor of the demo set, trusted for this one reading
 */

mountShell();

const DEMOS = [
  {
    file: "authentic.json",
    vi: "Thẻ thật",
    en: "A genuine card",
    viMore: "Nguyên vẹn, rõ nơi cấp; có kèm lời đáp của chip",
    enMore: "Unaltered, issuer known; an answer of the chip came along",
  },
  {
    file: "altered.json",
    vi: "Thẻ bị sửa",
    en: "An altered card",
    viMore: "Địa chỉ bị đổi sau khi cấp",
    enMore: "The address was changed after it was issued",
  },
  {
    file: "unknown-issuer.json",
    vi: "Không rõ nơi cấp",
    en: "An unknown issuer",
    viMore: "Chữ ký đúng, người ký không có trong danh sách",
    enMore: "Soundly signed, by somebody who is not on the list",
  },
  {
    file: "copied.json",
    vi: "Chip bị sao chép",
    en: "A copied chip",
    viMore: "Dữ liệu thật, nằm trên một con chip khác",
    enMore: "True data on another chip",
  },
];

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const store = new TrustStore();
const open = h("section", { class: "panel" });
const anchors = h("section", { class: "panel" });
const result = h("div", { "aria-live": "polite" });
main.append(open, result, anchors);

/** @type {Opened | undefined} */ let opened;
/** @type {unknown} */ let failed;

onLocale(() => {
  drawOpen();
  void drawAnchors();
  void judge();
});
// A page that a reader's app opened may hand the files over instead of the citizen.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer?.files.length) void take(event.dataTransfer.files);
});

function drawOpen() {
  const input = h("input", {
    type: "file",
    id: "chip-files",
    multiple: true,
    onchange: (/** @type {Event} */ event) => {
      const { files } = /** @type {HTMLInputElement} */ (event.target);
      if (files?.length) void take(files);
    },
  });
  const drop = h(
    "div",
    {
      class: "drop",
      ondragenter: () => drop.classList.add("over"),
      ondragleave: (/** @type {DragEvent} */ event) => {
        if (!drop.contains(/** @type {Node} */ (event.relatedTarget))) drop.classList.remove("over");
      },
      ondrop: () => drop.classList.remove("over"),
    },
    h(
      "div",
      { class: "file" },
      input,
      h(
        "label",
        { class: "button big", for: "chip-files" },
        icon("card"),
        t("Chọn tệp dữ liệu chip", "Choose the chip's files"),
      ),
    ),
    h(
      "p",
      { class: "hint" },
      t(
        "hoặc thả vào đây: một tệp ZIP, một tệp JSON, hoặc từng tệp EF.SOD, DG1, DG2, DG13…",
        "or drop them here: one ZIP, one JSON, or the single files EF.SOD, DG1, DG2, DG13 …",
      ),
    ),
  );
  open.replaceChildren(
    h("h2", {}, t("1. Dữ liệu chip", "1. The chip's data")),
    drop,
    h("h3", { class: "demo-title" }, t("Hoặc thử với thẻ mẫu (người không có thật)", "Or try an invented card")),
    h(
      "ul",
      { class: "choices" },
      ...DEMOS.map((demo) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: "choice", onclick: () => takeDemo(demo.file) },
            icon("card"),
            h("span", {}, h("b", {}, t(demo.vi, demo.en)), h("small", {}, t(demo.viMore, demo.enMore))),
          ),
        ),
      ),
    ),
  );
}

async function drawAnchors() {
  anchors.replaceChildren(
    ...(await anchorsPanel(store, async () => {
      await drawAnchors();
      await judge();
    })),
  );
}

/** @param {FileList | Blob[]} source */
async function take(source) {
  await openAll(() => chipFiles(source));
}

/** @param {string} file */
async function takeDemo(file) {
  const address = (/** @type {string} */ name) => new URL(`../demo/chip/${name}`, import.meta.url);
  await openAll(async () => {
    const [data, anchor] = await Promise.all([fetch(address(file)), fetch(address("anchor.cer"))]);
    if (!data.ok || !anchor.ok) throw new Error(`${file}: ${data.status}`);
    return { ...(await chipFiles(await data.arrayBuffer())), demo: new Uint8Array(await anchor.arrayBuffer()) };
  });
}

/** @param {() => Promise<any>} read */
async function openAll(read) {
  result.classList.add("busy");
  [opened, failed] = [undefined, undefined];
  try {
    opened = await read();
  } catch (error) {
    failed = error;
  }
  await judge();
  result.classList.remove("busy");
  const heading = result.querySelector("h2");
  if (heading) {
    heading.tabIndex = -1;
    heading.focus();
    heading.scrollIntoView({ block: "start" });
  }
}

/** Reads the open files again, with the anchors of now and in the language of now. */
async function judge() {
  if (failed) {
    result.replaceChildren(
      h(
        "section",
        { class: "panel" },
        h(
          "div",
          { class: "notice error" },
          icon("error"),
          h("div", {}, h("h2", {}, t("Chưa đọc được", "Not read")), h("p", {}, errorMessage(failed))),
        ),
      ),
    );
    return;
  }
  if (!opened) return;
  try {
    await init();
    const kept = await store.trust();
    const trust = { ...kept, ...opened.trust, anchors: [...kept.anchors, ...(opened.demo ? [opened.demo] : [])] };
    const reading = readChip(opened.files, trust, { locale: locale() });
    result.replaceChildren(...drawReading(reading, opened));
  } catch (error) {
    failed = error;
    await judge();
  }
}
