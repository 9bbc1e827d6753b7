import { initReading } from "../../reading.js";
import { get } from "../paths.js";

/**
 * What the host knows: answers, answers that need not be asked for, and the account of whoever is logged in. Kept until
 * the form is there, and put in again where it starts anew.
 */
export class Given {
  /** @type {Record<string, unknown> | undefined} */ answers;
  /** @type {any} */ preset;
  /** @type {any} */ account;
  #ui;

  /** @param {any} ui the form's element */
  constructor(ui) {
    this.#ui = ui;
  }

  /**
   * Frameworks set the same answers with each drawing: only others are new, and may replace what was typed since.
   * @param {any} value
   */
  setAnswers(value) {
    if (!isRecord(value) || JSON.stringify(value) === JSON.stringify(this.answers)) return;
    this.answers = { ...value };
    const { flow } = this.#ui;
    if (!flow) return;
    this.#fillIn(flow, () => true);
    this.#ui.formDraft.save();
    this.#ui.draw();
  }

  /** Into a form that has just been opened: what a draft knows already is newer. @param {any} flow */
  fillIn(flow) {
    this.#fillIn(flow, (path) => get(flow.state.answers, path) === undefined);
  }

  /**
   * Both may be promises: nobody waits for them on the first page, and neither waits for the other.
   * @param {() => boolean} isCurrent whether the form is still the one that was opened
   */
  async takeLater(isCurrent) {
    const take = async (/** @type {any} */ given, /** @type {(flow: any, value: any) => unknown} */ use) => {
      const value = await Promise.resolve(given).catch(() => undefined);
      const { flow } = this.#ui;
      if (!isCurrent() || !flow || !isRecord(value)) return;
      await use(flow, value);
      if (isCurrent() && flow.state.step.startsWith("section:")) this.#ui.draw();
    };
    await Promise.all([
      take(this.preset, (flow, preset) => flow.takePreset(preset)),
      take(this.account, async (_, person) => {
        const [{ takeAccount }] = await Promise.all([import("./account.js"), initReading()]);
        takeAccount(this.#ui.flow, person);
      }),
    ]);
  }

  /** @param {any} flow @param {(path: string) => boolean} wanted */
  #fillIn(flow, wanted) {
    const unknown = [];
    for (const [path, answer] of Object.entries(this.answers ?? {})) {
      if (!flow.field(path)) unknown.push(path);
      else if (wanted(path)) flow.answer(path, answer);
    }
    // For whoever builds the page: names and codes, and nobody's answers.
    if (unknown.length) console.warn(`[cancuoc] answers: ${flow.id} has no field ${unknown.join(", ")}`);
    for (const { code, path } of flow.checked.findings)
      if (MISUSE.includes(code) && path in (this.answers ?? {})) console.warn(`[cancuoc] answers.${path}: ${code}`);
  }
}

/** What only a program gets wrong: a person has a control for it. */
const MISUSE = ["form.wrong_type", "form.wrong_date", "form.not_a_choice"];

/** @param {any} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
