import { exporter } from "./export-module.js";
import { asText, freeze, plainToReturn, withDay } from "./plain.js";

/** @type {typeof import("./form.js").exportAs} */
export function exportAs(application, format, options) {
  const given = plainToReturn(application, "application");
  return freeze(exporter.call((glue) => glue.exportAs(given, String(format), withDay(options))));
}

/** @type {typeof import("./form.js").importFrom} */
export function importFrom(form, submission, options) {
  const given = plainToReturn(submission, "submission");
  const id = asText(form, "form").slice(0, 100);
  return /** @type {any} */ (freeze(exporter.call((glue) => glue.importFrom(id, given, withDay(options)))));
}
