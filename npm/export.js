import { exporter } from "./export-module.js";
import { asText, freeze, plain, withDay } from "./plain.js";

/** @type {typeof import("./form.js").exportAs} */
export function exportAs(application, format, options) {
  const given = plain(application, "application");
  return freeze(exporter.call((glue) => glue.exportAs(given, String(format), withDay(options))));
}

/** @type {typeof import("./form.js").importFrom} */
export function importFrom(form, submission, options) {
  const given = plain(submission, "submission");
  const id = asText(form, "form").slice(0, 100);
  return freeze(exporter.call((glue) => glue.importFrom(id, given, withDay(options))));
}
