import { describeForm, listForms, listServices } from "../../pkg/index.js";
import { locale } from "../shell/locale.js";

/** The day of the rules, where the page's address says one. */
export const ON = new URLSearchParams(location.search).get("on") ?? undefined;

export function options() {
  return { locale: locale(), ...(ON ? { on: ON } : {}) };
}

/** @returns {any[]} */
export function services() {
  try {
    const listed = [...listServices(options())];
    if (listed.length) return listed;
    return listForms(options()).map((form) => ({ id: form.id, title: form.title, forms: [form.id] }));
  } catch {
    return [];
  }
}

/** @param {string} id */
export function serviceOf(id) {
  return services().find((service) => service.id === id);
}

/** @param {string} id of a service */
export function titleOf(id) {
  return serviceOf(id)?.title ?? id;
}

/** The forms of a service, in the order in which they are filled in. @param {any} service @param {string[]} finished */
export function formsOf(service, finished) {
  const known = listForms(options());
  return (service.forms ?? []).map((/** @type {string} */ id) => ({
    id,
    title: known.find((form) => form.id === id)?.title ?? id.toUpperCase(),
    done: finished.includes(id),
  }));
}

/** What the citizen brings for a service and its forms, each once. @param {any} service @returns {any[]} */
export function papersOf(service) {
  const all = [
    ...(service.papers ?? []),
    ...(service.forms ?? []).flatMap((/** @type {string} */ id) => describeForm(id, options()).papers ?? []),
  ];
  return all.filter((paper, index) => all.findIndex((other) => other.id === paper.id) === index);
}
