import { readQr } from "../../pkg/index.js";
import { Wedge } from "../../pkg/widget/page-desk.js";

/**
 * A hand-held reader works on every page of the desk: what it types is read here, wherever the focus is. The page of
 * the form that scans has a listener of its own.
 * @param {object} desk
 * @param {() => any} desk.form the form's element, where one is open
 * @param {() => object} desk.options of the core
 * @param {(reading: any) => void} desk.take a card, where no form is open
 * @param {(message: string) => void} desk.refuse what the reader gave is no card
 * @param {() => void} desk.finished a card came to a form that is done
 */
export function watchReader({ form, options, take, refuse, finished }) {
  const heard = (/** @type {string} */ text) => {
    const step = form()?.step;
    if (step === "scan") return;
    const reading = readQr(text, options());
    if (reading.assurance === "none") return refuse(reading.findings[0]?.message ?? "");
    if (!form()) return take(reading);
    if (step === "done") return finished();
    putIn(form(), reading);
  };
  new Wedge(heard).listen();
}

/** A card on the way through a form leads back to where the form was. @param {any} form @param {any} reading */
export function putIn(form, reading) {
  const { state } = form.flow;
  if (/^(section:|review|differ)/.test(state.step))
    Object.assign(state, { readings: [], role: "", back: state.step === "differ" ? "" : state.step });
  form.takeReading(reading);
}
