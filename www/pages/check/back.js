import { message } from "../../../pkg/widget/page-scan.js";
import { h } from "../../shell/dom.js";
import { locale } from "../../shell/locale.js";

/** @typedef {Omit<import("../../../pkg/widget/scan/back-panel.js").Sheet, "formats">} Sheet */

/**
 * The photo of a card's back or of a passport's page; what reads it is loaded when the panel is opened.
 * @param {HTMLDetailsElement} details
 * @param {() => import("../../../pkg/index.js").Options} options
 * @param {(reading: import("../../../pkg/index.js").Reading) => void} add
 */
export function backPhoto(details, options, add) {
  const element = h("div");
  /** @type {typeof import("../../../pkg/widget/page-back.js") | undefined} */ let widget;
  /** @type {import("../../../pkg/widget/page-back.js").BackPanel | undefined} */ let panel;
  /** @type {Sheet | undefined} */ let sheet;
  details.addEventListener("toggle", () => void draw());

  /** @param {Uint8Array[]} codes */
  const cardIn = (codes) => widget?.cardOf(codes, options());
  /** @type {import("../../../pkg/widget/scan/panel.js").Host} */
  const host = {
    get locale() {
      return locale();
    },
    message: (key, values) => message(locale(), key, values),
    async take(codes, panel) {
      const card = cardIn(/** @type {Uint8Array[]} */ (codes));
      if (!card) return;
      if (card.kind === "unknown") return panel.refuse(card);
      forget();
      add(card);
    },
    fire() {},
  };

  const forget = () => panel?.close();

  async function draw() {
    if (!details.open || !sheet) return;
    // Without it the lines are typed.
    widget ??= await import("../../../pkg/widget/page-back.js").catch(() => undefined);
    if (!widget) return;
    panel ??= new widget.BackPanel(host, {
      formats: ["td1", "td3"],
      lines: () => sheet?.lines() ?? [],
      write: (lines) => sheet?.write(lines),
      select: (line, column) => sheet?.select(line, column),
      shows: (line) => sheet?.shows(line) ?? element,
      read: () => sheet?.read(),
    });
    element.replaceChildren(panel.draw());
  }

  return {
    element,
    /** The lines are drawn anew. @param {Sheet} drawn */
    of(drawn) {
      sheet = drawn;
      void draw();
    },
    changed: () => panel?.changed(),
    /** The lines were read: so is the code of the same photo. */
    taken() {
      const card = cardIn(panel?.codes ?? []);
      forget();
      if (card && card.kind !== "unknown") add(card);
    },
    forget,
  };
}
