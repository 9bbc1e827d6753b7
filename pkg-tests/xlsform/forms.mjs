// Every form as XLSForm's three sheets, for check.py: `{ "<form> <day>": { survey, choices, settings } }`.

import init, { exportAs, listForms } from "cancuoc";

await init();
// The day of the packs' examples, and one before the last change of CT01.
const days = ["2026-11-21", "2026-01-21"];
const sheets = days.flatMap((on) =>
  listForms({ on }).map(({ id }) => [`${id} ${on}`, exportAs(id, "xlsform", { on })]),
);
process.stdout.write(JSON.stringify(Object.fromEntries(sheets)));
