import { cardBridge } from "../bridge.js";
import { h } from "./dom.js";
import { notice } from "./notice.js";
import { KeyFields } from "./read-chip-key.js";
import { bridgeWord, say, sayStep } from "./read-chip-words.js";

/**
 * What the page around gives and takes.
 * @typedef {object} Host
 * @property {() => "vi" | "en"} locale
 * @property {() => import("../index.js").Person} person what is known of the card at hand: its key comes from there
 * @property {() => Promise<import("../chip.js").Trust>} [trust] whom the user trusts
 * @property {(reading: import("../chip.js").ChipReading) => void} take
 * @property {string} [on] the day of the rules
 */

/**
 * The panel "Đọc chip", where there is a way to a card: the bridge of an app, or the helper of a desk when the page's
 * address names its port (`?reader=27415`). It holds nothing of a citizen after `forget()`.
 * @param {Host} host
 * @returns {ReadChip | undefined}
 */
export function readChip(host) {
  const helper = Number(new URLSearchParams(location.search).get("reader")) || undefined;
  const bridge = cardBridge({ helper });
  return bridge && new ReadChip(host, bridge);
}

/** What a form and a comparison need. The portrait is not read: nobody here looks at it, and it is the longest file. */
const FILES = ["DG1", "DG13"];

class ReadChip {
  element = h("section", { class: "panel", id: "read-chip" });
  #host;
  #bridge;
  #fields = new KeyFields();
  #title = h("h2");
  #said = h("div", { role: "status" });
  #bar = /** @type {HTMLProgressElement} */ (h("progress", { max: "1" }));
  #confirm = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", id: "chip-confirm" }));
  /** What is shown under the fields, made anew when the language changes. @type {() => (Node | string)[]} */
  #shown = () => [];
  /** @type {AbortController | undefined} */ #reading;
  /** Of the last error. @type {unknown} */ #resume;
  #isUnfinished = false;
  #wrongKeys = 0;

  /** @param {Host} host @param {import("../reader.js").CardBridge} bridge */
  constructor(host, bridge) {
    this.#host = host;
    this.#bridge = bridge;
    this.draw();
  }

  /** In the language of now, with what is known now. */
  draw() {
    const t = this.#words;
    this.#title.textContent = t("title");
    this.#bar.setAttribute("aria-label", t("bar"));
    this.#fields.know(this.#host.person());
    this.#fields.draw(this.#host.locale());
    this.#said.replaceChildren(...this.#shown());
    this.#arrange();
  }

  /** Nothing of one citizen stays for the next one. */
  forget() {
    this.#reading?.abort();
    this.#fields.forget();
    [this.#resume, this.#isUnfinished, this.#wrongKeys] = [undefined, false, 0];
    this.#say(() => []);
    this.draw();
  }

  get #words() {
    return (/** @type {import("./read-chip-words.js").Word} */ word) => say(this.#host.locale(), word);
  }

  #arrange() {
    const t = this.#words;
    const isPhone = this.#bridge.kind !== "helper";
    const button = (
      /** @type {string} */ id,
      /** @type {string} */ style,
      /** @type {string} */ words,
      /** @type {() => void} */ act,
    ) =>
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", id, class: `button ${style}`, onclick: act }, words),
      );
    this.element.replaceChildren(
      this.#title,
      ...(this.#reading
        ? [
            notice("info", t(isPhone ? "holdPhone" : "holdHelper")),
            this.#said,
            this.#bar,
            button("chip-stop", "second", t("stop"), () => this.#reading?.abort()),
          ]
        : [
            h("p", {}, t(isPhone ? "phone" : "helper")),
            h("p", { class: "hint" }, t("sensitive")),
            this.#fields.element,
            this.#wrongKeys >= 2 ? h("label", { class: "check" }, this.#confirm, h("span", {}, t("confirm"))) : "",
            this.#said,
            button("chip-read", "", t(this.#isUnfinished ? "again" : "read"), () => void this.#read()),
          ]),
    );
  }

  /** @param {() => (Node | string)[]} shown */
  #say(shown) {
    this.#shown = shown;
    this.#said.replaceChildren(...shown());
  }

  /** @param {"error" | "warning" | "good"} kind @param {import("./read-chip-words.js").Word} word */
  #notice(kind, word) {
    this.#say(() => [notice(kind, this.#words(word))]);
  }

  async #read() {
    const given = this.#fields.key;
    if ("wrong" in given) {
      this.#notice("error", given.wrong);
      given.box.focus();
      return;
    }
    if (this.#wrongKeys >= 2 && !this.#confirm.checked) {
      this.#notice("error", "confirmFirst");
      this.#confirm.focus();
      return;
    }
    const stop = (this.#reading = new AbortController());
    this.#bar.removeAttribute("value");
    this.#say(() => [this.#words("loading")]);
    this.#arrange();
    try {
      await this.#readWith(given.key, stop.signal);
    } catch (error) {
      if (this.#reading === stop) this.#fail(error);
    }
    if (this.#reading !== stop) return;
    this.#reading = undefined;
    this.#confirm.checked = false;
    this.#arrange();
    this.element.querySelector("button")?.focus();
  }

  /** @param {import("../reader.js").CardKey} key @param {AbortSignal} signal */
  async #readWith(key, signal) {
    // All that is needed is here before the card is asked for: a card in the hand does not wait for the network.
    const [{ readCard }, chip, trust] = await Promise.all([
      import("../reader.js"),
      import("../chip.js"),
      this.#host.trust?.() ?? {},
    ]).catch(() => Promise.reject(new Error("missing")));
    await chip.default();
    this.#say(() => []);
    const connection = await this.#bridge.open({ signal });
    try {
      const { files, evidence, findings } = await readCard({
        transmit: connection.transmit,
        transport: connection.transport,
        key,
        files: FILES,
        signal,
        resume: this.#resume,
        confirmed: this.#confirm.checked,
        locale: this.#host.locale(),
        onProgress: (progress) => this.#progress(progress, connection),
      });
      const { on } = this.#host;
      const reading = chip.readChip(
        files,
        { ...trust, ...evidence },
        { locale: this.#host.locale(), ...(on && { on }) },
      );
      if (signal.aborted) return;
      this.#done(reading, findings);
    } finally {
      connection.close();
    }
  }

  /** @param {import("../reader.js").CardProgress} progress @param {import("../reader.js").CardConnection} connection */
  #progress(progress, connection) {
    const words = () => sayStep(this.#host.locale(), progress);
    // The bar tells how far it is; the words change with the step only, for those who hear them.
    if (this.#said.textContent !== words()) {
      this.#say(() => [words()]);
      connection.show(words());
    }
    if (progress.total) this.#bar.value = progress.done / progress.total;
    else this.#bar.removeAttribute("value");
  }

  /** @param {import("../chip.js").ChipReading} reading @param {readonly import("../index.js").Finding[]} findings */
  #done(reading, findings) {
    [this.#resume, this.#isUnfinished, this.#wrongKeys] = [undefined, false, 0];
    const { assurance, clone } = reading;
    // A copy has true data: what it says is authentic, and it is no card.
    const isGood = assurance === "genuine" || assurance === "authentic" || assurance === "intact";
    const isProved = isGood && clone.status !== "failed";
    const troubles = [...findings, ...reading.findings].filter(({ severity }) => severity !== "info");
    this.#say(() => [
      notice(isProved ? "good" : "warning", this.#words(isProved ? assurance : "other")),
      ...troubles.map(({ severity, message }) => notice(severity === "error" ? "error" : "warning", message)),
    ]);
    this.#host.take(reading);
  }

  /** @param {any} error */
  #fail(error) {
    const { code = "", finding, resume, wrongKeys } = error ?? {};
    if (finding) {
      [this.#resume, this.#wrongKeys] = [resume, wrongKeys];
      this.#isUnfinished = Boolean(resume) && wrongKeys === 0;
      this.#say(() => [notice(code === "reader.aborted" ? "warning" : "error", finding.message)]);
    } else {
      this.#notice(code === "reader.aborted" ? "warning" : "error", bridgeWord(code) ?? "missing");
    }
  }
}
