import { top } from "../paths.js";
import { isSureEnough } from "./assurance.js";
import { focusField } from "./error-summary.js";
import { takeFindings } from "./outside.js";

/** What the buttons of the pages do. Each takes the form's element. */

/** A card's old residence waits this long for the lists of units. Milliseconds. */
const UNITS_WITHIN = 4000;

/** Whose the card is: said, known, or the only person of the form. @param {any} ui @param {string} [role] */
export function afterRead(ui, role) {
  const { flow } = ui;
  if (!flow) return;
  const { state } = flow;
  state.role = role ?? (state.role || (flow.roles[0]?.role ?? ""));
  void take(ui);
}

/** Fills in from a card that was read before. @param {any} ui @param {any} card @param {string} role */
export function takeKept(ui, card, role) {
  const { flow } = ui;
  if (!flow) return;
  Object.assign(flow.state, { readings: card.readings, role, back: flow.state.step });
  void take(ui);
}

/** Fills in what the card says. @param {any} ui */
async function take(ui) {
  const { flow } = ui;
  if (!flow) return;
  // A card's old residence is put into today's units, if they come in time; otherwise it stands as on the card.
  await Promise.race([ui.units, new Promise((done) => setTimeout(done, UNITS_WITHIN))]);
  if (flow !== ui.flow) return;
  flow.take();
  ui.changed("", undefined);
  if (flow.state.conflicts.length) return ui.go("differ");
  afterTake(ui);
}

/** @param {any} ui */
export function afterDiffer(ui) {
  const { flow } = ui;
  if (!flow) return;
  const open = flow.state.conflicts.filter((/** @type {any} */ each) => !flow.state.chosen[each.path]);
  if (open.length) {
    const problems = open.map((/** @type {any} */ { path }) => {
      const { message, ...rest } = problem(ui, "conflictMissing", { path, code: "widget.differ" });
      return { ...rest, message: `${flow.label(path)}: ${message}` };
    });
    return ui.showProblems(problems);
  }
  flow.settle();
  ui.changed("", undefined);
  afterTake(ui);
}

/** @param {any} ui */
function afterTake(ui) {
  const { flow } = ui;
  const { back } = flow.state;
  flow.state.back = "";
  if (back && back === flow.state.step) return ui.draw("title");
  ui.go(back || flow.firstSection);
}

/** @param {any} ui @param {import("./order.js").Sheet} sheet */
export function afterSection(ui, { section, folded }) {
  const { flow } = ui;
  if (!flow) return;
  const problems = [section, ...folded].flatMap((each) => flow.findingsOf(each).filter(isError));
  ui.checkedSection = section.id;
  if (problems.length) return ui.showProblems(problems);
  const next = flow.state.toReview && flow.checked.ok ? "review" : flow.after(`section:${section.id}`);
  ui.go(next);
}

/** From the review to a section, and back there. @param {any} ui @param {any} section */
export function change(ui, section) {
  const { flow } = ui;
  if (!flow) return;
  flow.state.toReview = true;
  ui.go(`section:${flow.sheetWith(section.id)?.section.id ?? section.id}`);
  ui.tree.getElementById(`part-${section.id}`)?.focus();
}

/** Reads another person's card on the way. @param {any} ui @param {string} role */
export function scanFor(ui, role) {
  const { flow } = ui;
  if (!flow) return;
  Object.assign(flow.state, { readings: [], role, back: flow.state.step });
  ui.go("scan");
}

/** @param {any} ui */
export function forgetCard(ui) {
  if (ui.flow) ui.flow.state.readings = [];
  ui.go("scan");
}

/** Seals the application, if nothing is wrong with it. @param {any} ui */
export function finish(ui) {
  const { flow } = ui;
  if (!flow) return;
  const problems = flow.checked.findings.filter(isError);
  if (!isSureEnough(ui)) problems.push(problem(ui, "assuranceNeeded", { path: "", code: "widget.assurance" }));
  if (problems.length) return ui.showProblems(problems);
  const { answers, assurance } = flow.state;
  const asked = structuredClone({ form: flow.id, answers, assurance });
  if (!ui.emit("beforeseal", asked, { cancelable: true })) return;
  try {
    const sealed = flow.seal(new Date().toISOString());
    ui.internals?.setFormValue(JSON.stringify(sealed));
    ui.go("done");
    ui.emit("sealed", sealed);
    if (ui.hasAttribute("action")) void ui.submit();
  } catch (error) {
    const code = /** @type {any} */ (error)?.code ?? "internal.error";
    ui.emit("error", { code, message: ui.message("trouble") });
    ui.showProblems([problem(ui, "trouble", { path: "", code })]);
  }
}

/**
 * What the portal's server found: on the last page before the seal, at the fields once their page is opened.
 * @param {any} ui @param {readonly any[]} findings
 */
export function showFindings(ui, findings) {
  const { flow } = ui;
  if (!flow) return;
  takeFindings(flow, findings);
  flow.state.sealed = undefined;
  ui.changed("", undefined);
  if (flow.state.step === "done") ui.go("review");
  ui.showProblems(findings.filter(isError));
}

/** Leads to the field of an error; from the review to its section. @param {any} ui @param {string} path */
export function showField(ui, path) {
  const { flow } = ui;
  if (!flow) return;
  if (flow.state.step === "review") {
    const section = flow.sections.find((/** @type {any} */ each) =>
      each.fields.some((/** @type {any} */ field) => field.id === top(path)),
    );
    if (section) {
      const shown = flow.sheetWith(section.id)?.section ?? section;
      const problems = flow.findingsOf(section).filter(isError);
      change(ui, section);
      ui.checkedSection = shown.id;
      if (problems.length) ui.showProblems(problems);
      else ui.draw();
    }
  }
  focusField(ui.tree, path);
}

/** @param {any} ui @param {import("../messages.js").MessageKey} key @param {{ path: string, code: string }} where */
function problem(ui, key, { path, code }) {
  return { path, code, key, message: ui.message(key) };
}

/** @param {{ severity: string }} finding */
function isError({ severity }) {
  return severity === "error";
}
