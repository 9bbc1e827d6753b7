import { stateFrom } from "../../pkg/widget/page-desk.js";
import { saveFile } from "../../pkg/widget/page-scan.js";
import { readChip } from "../../pkg/widget/read-chip.js";
import { TrustStore } from "../pages/chip/trust-store.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, t } from "../shell/locale.js";
import { knownFrom, takeOver } from "./carry.js";
import { handover } from "./handover.js";

/**
 * What the form needs of the desk.
 * @typedef {object} Host
 * @property {string} [on] the day of the rules
 * @property {boolean} quiet
 * @property {() => void} changed something was read, answered or sealed
 * @property {() => void} another form for the same person
 * @property {() => HTMLElement} next what is offered once the form is sealed
 */

/** A form on the desk, filled in from what is known of the citizen, and all that belongs to it. */
export class DeskForm {
  #said = h("div", { role: "status" });
  #after = h("section", { id: "after" });
  /** @type {any} */ element;
  /** "Đọc chip", where there is a way to a card. */ chip;

  /** @param {string} id @param {import("./citizen.js").Citizen} citizen @param {Host} host */
  constructor(id, citizen, host) {
    this.citizen = citizen;
    this.host = host;
    const { on, quiet } = host;
    /** @type {any} */
    const element = (this.element = h("cancuoc-form", { form: id, draft: "off", locale: locale(), on, quiet }));
    // What came with the service is not asked again.
    Object.assign(element, { preset: citizen.service?.preset?.[id], about: citizen.service });
    this.chip = readChip({
      locale,
      on,
      trust: () => new TrustStore().trust(),
      person: () => (element.flow?.state.readings.length ? element.flow.identity.person : {}),
      take: (reading) => element.takeReading(reading),
    });
    // "Làm tờ khai mới" of the last page: at the desk that is the same person's next form.
    const forget = element.startAgain.bind(element);
    element.startAgain = () => (element.step === "done" ? host.another() : forget());
    this.#listen();
  }

  /** What stands on the page. */
  get parts() {
    return [...(this.chip ? [this.chip.element] : []), this.#said, this.element, this.#after];
  }

  #listen() {
    const { element, host, citizen } = this;
    const detail = (/** @type {Event} */ event) => /** @type {CustomEvent} */ (event).detail;
    element.addEventListener("identity", () => this.chip?.draw());
    element.addEventListener("reading", (/** @type {Event} */ event) => {
      citizen.findings.push(...detail(event).findings);
      host.changed();
    });
    element.addEventListener("change", () => host.changed());
    element.addEventListener("step", (/** @type {Event} */ event) => {
      const { title, errors } = detail(event);
      document.title = `${errors ? t("Lỗi: ", "Error: ") : ""}${title} – ${t("Bàn hỗ trợ", "Help desk")}`;
      // Whoever goes back from the last page and changes something has a form that is open again.
      if (citizen.sealed && !element.sealed) {
        citizen.sealed = undefined;
        citizen.finished = citizen.finished.filter((id) => id !== citizen.form);
        this.#after.replaceChildren();
      }
      host.changed();
    });
    element.addEventListener("sealed", (/** @type {Event} */ event) => void this.#sealed(detail(event)));
  }

  /** @param {any} application */
  async #sealed(application) {
    const { citizen, element } = this;
    citizen.sealed = application;
    if (!citizen.finished.includes(citizen.form)) citizen.finished.push(citizen.form);
    citizen.known = structuredClone(knownFrom(element.flow));
    this.#said.replaceChildren();
    this.host.changed();
    const save = () => saveFile(`${application.form}.json`, JSON.stringify(application, null, 2), "application/json");
    const codes = await handover(application, save);
    if (citizen.sealed === application) this.#after.replaceChildren(this.host.next(), codes);
  }

  /** Once it stands on the page. @param {any} [keptState] of a form that was put away */
  async open(keptState) {
    const { element, citizen } = this;
    await element.loaded;
    const { flow } = element;
    if (!flow) return;
    const state = keptState && stateFrom(keptState);
    if (state) {
      element.restore(state);
      element.draw("title");
      return;
    }
    element.set({ papers: { ...citizen.papers } });
    if (citizen.known) {
      // Forms of one service are linked: this one follows another of it.
      const count = takeOver(flow, structuredClone(citizen.known), citizen.finished.length > 0);
      if (count) {
        this.#tell(count);
        element.changed("", undefined);
        return element.go(flow.firstSection);
      }
    }
    if (citizen.card) {
      element.takeReading(citizen.card);
      citizen.card = undefined;
    }
  }

  /** @param {number} count */
  #tell(count) {
    const words = t(
      `Đã điền sẵn ${count} mục từ tờ khai trước của người này. Hãy đọc lại từng mục với người dân.`,
      `${count} answers were filled in from this person's form before. Read each of them with the citizen.`,
    );
    this.#said.replaceChildren(h("div", { class: "notice good" }, icon("good"), h("div", {}, h("p", {}, words))));
  }

  /** Nothing of the citizen stays in it. */
  async forget() {
    delete this.element.startAgain;
    this.chip?.forget();
    await this.element.startAgain?.();
  }
}
