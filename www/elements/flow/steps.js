import { h } from "../dom.js";
import { ladder, qualityList } from "../art.js";
import { drawField } from "../fields.js";
import { icon } from "../icons.js";
import { notice } from "../notice.js";
import { showAnswer, showPerson, showSource, wordsOf } from "../show.js";
import { isWord } from "../words.js";

/**
 * The pages of the flow. Each gives its title and its block; buttons call back into the element.
 * @typedef {{ title: string, block: (Node | null)[] }} Page
 */

/** @param {any} ui @returns {Page} */
export function how(ui) {
  const way = (
    /** @type {any} */ name,
    /** @type {any} */ label,
    /** @type {any} */ hint,
    /** @type {() => void} */ go,
  ) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "choice", onclick: go },
        icon(name),
        h("span", {}, h("b", {}, ui.say(label)), h("small", {}, ui.say(hint))),
      ),
    );
  const { state } = ui.flow;
  return {
    title: ui.say("howTitle"),
    block: [
      h(
        "ul",
        { class: "choices" },
        way("qr", "howScan", "howScanHint", () => ui.go("scan")),
        way("lines", "howMrz", "howMrzHint", () => ui.go("mrz")),
        way("pen", "howHand", "howHandHint", () => ui.go(ui.flow.firstSection)),
      ),
      state.readings.length
        ? h(
            "div",
            { class: "actions" },
            h("button", { type: "button", class: "button", onclick: () => ui.go("read") }, ui.say("howHave")),
          )
        : null,
      ui.draftTools(),
    ],
  };
}

/** What scans is not needed for the first field: it comes right after it. */
export async function loadScan() {
  const { defineScan } = await import("../define-scan.js");
  defineScan();
}

/** @param {any} ui @param {"scan" | "mrz"} mode @returns {Page} */
export function scanning(ui, mode) {
  const scan = h(
    "cancuoc-scan",
    {
      locale: ui.locale,
      modes: mode === "mrz" ? "mrz" : "camera photo text",
      on: ui.flow.options.on,
      theme: ui.getAttribute("theme"),
      quiet: ui.hasAttribute("quiet"),
      exportparts: "body, camera-button",
      onreading: (/** @type {CustomEvent} */ event) => ui.takeReading(event.detail),
      onerror: (/** @type {CustomEvent} */ event) => ui.emit("error", event.detail),
    },
    h("p", { role: "status" }, ui.say("loading")),
  );
  // Until what scans is there, the element's children are what is seen.
  loadScan().catch(() => scan.replaceChildren(notice("error", ui.say("coreMissing"))));
  return {
    title: ui.say(mode === "mrz" ? "mrzStep" : "scanStep"),
    block: [
      scan,
      h(
        "div",
        { class: "actions" },
        mode === "scan"
          ? h("button", { type: "button", class: "button quiet", onclick: () => ui.go("mrz") }, ui.say("howMrz"))
          : null,
        h(
          "button",
          { type: "button", class: "button quiet", onclick: () => ui.go(ui.flow.state.back || ui.flow.firstSection) },
          ui.say("howHand"),
        ),
      ),
    ],
  };
}

/** @param {any} ui @returns {Page} */
export function read(ui) {
  const identity = ui.flow.identity;
  const facts = Object.entries(identity.fields).filter(([name]) => isWord(name));
  const rows = facts.map(([name, field]) => {
    const { value, source, agreement, others } = /** @type {any} */ (field);
    return h(
      "div",
      {},
      h("dt", {}, ui.say(name)),
      h("dd", { class: /pin/i.test(name) || /Id$/.test(name) ? "number" : "" }, showPerson(name, value, ui.locale)),
      h("dd", { class: "side" }, h("span", { class: `tag ${source}` }, showSource(source, ui.locale))),
      agreement === "differ"
        ? h(
            "dd",
            { class: "wide" },
            ...others.map((/** @type {any} */ other) =>
              h(
                "span",
                { class: "tag warn" },
                ui.say("differ", {
                  source: showSource(other.source, ui.locale),
                  value: showPerson(name, other.value, ui.locale),
                }),
              ),
            ),
          )
        : agreement === "agree" && others.length
          ? h(
              "dd",
              { class: "wide" },
              h(
                "small",
                {},
                ui.say("agrees", {
                  source: others.map((/** @type {any} */ other) => showSource(other.source, ui.locale)).join(", "),
                }),
              ),
            )
          : null,
    );
  });
  const findings = [...identity.findings].filter(
    (finding, index, all) => all.findIndex((other) => other.message === finding.message) === index,
  );
  const both = ui.flow.state.readings.some((/** @type {any} */ reading) => reading.source === "mrz");
  return {
    title: ui.say("readTitle"),
    block: [
      h("p", { class: "lead" }, ui.say("readLead")),
      h("section", { class: "panel" }, h("dl", { class: "facts" }, ...rows)),
      findings.length
        ? h(
            "section",
            { "aria-labelledby": "findings" },
            h("h3", { id: "findings" }, ui.say("readFindings")),
            ...findings.map((finding) =>
              notice(finding.severity === "info" ? "info" : finding.severity, finding.message),
            ),
          )
        : null,
      h(
        "section",
        { class: "panel", "aria-labelledby": "ladder" },
        h("h3", { id: "ladder" }, ui.say("ladderTitle")),
        ladder(identity.assurance, ui.locale),
        qualityList(identity.quality, ui.locale),
      ),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button big", onclick: () => ui.afterRead() }, ui.say("next")),
        both
          ? null
          : h("button", { type: "button", class: "button second", onclick: () => ui.go("mrz") }, ui.say("readMore")),
        h("button", { type: "button", class: "button quiet", onclick: () => ui.forgetCard() }, ui.say("readAgain")),
      ),
    ],
  };
}

/** @param {any} ui @returns {Page} */
export function whose(ui) {
  const { state, roles } = ui.flow;
  const wrong = ui.problems.find((/** @type {any} */ each) => each.path === "role");
  const field = h(
    "fieldset",
    {
      class: wrong ? "field wrong" : "field",
      "aria-describedby": wrong ? "role-hint role-wrong" : "role-hint",
      "data-path": "role",
    },
    h("legend", { class: "hidden-visually" }, ui.say("whoseTitle")),
    h("p", { class: "hint", id: "role-hint" }, ui.say("whoseHint")),
    wrong ? h("span", { class: "wrong-words", id: "role-wrong" }, wrong.message) : null,
    ...roles.map((/** @type {any} */ role, /** @type {number} */ index) =>
      h(
        "label",
        { class: "check" },
        h("input", {
          type: "radio",
          name: "role",
          id: index ? `f-role-${index}` : "f-role",
          checked: state.role === role.role,
          onchange: () => ui.set({ role: role.role }),
        }),
        h("span", {}, wordsOf(role.label, ui.locale), role.hint ? h("small", {}, wordsOf(role.hint, ui.locale)) : null),
      ),
    ),
  );
  return { title: ui.say("whoseTitle"), block: [field, nextButton(ui, () => ui.afterWhose())] };
}

/** @param {any} ui @returns {Page} */
export function differ(ui) {
  const { state } = ui.flow;
  const blocks = state.conflicts.map((/** @type {any} */ conflict) => {
    const field = ui.flow.field(conflict.path) ?? { type: "text" };
    const wrong = ui.problems.find((/** @type {any} */ each) => each.path === conflict.path);
    const pick = (/** @type {"kept" | "offered"} */ which, /** @type {any} */ word, /** @type {number} */ index) =>
      h(
        "label",
        { class: "check" },
        h("input", {
          type: "radio",
          name: conflict.path,
          id: index ? `f-${conflict.path}-${index}` : `f-${conflict.path}`,
          checked: state.chosen[conflict.path] === which,
          onchange: () => ui.set({ chosen: { ...ui.flow.state.chosen, [conflict.path]: which } }),
        }),
        h("span", {}, ui.say(word, { value: showAnswer(field, conflict[which], ui.locale) })),
      );
    return h(
      "fieldset",
      { class: wrong ? "field wrong" : "field", "data-path": conflict.path },
      h("legend", {}, ui.flow.label(conflict.path)),
      wrong ? h("span", { class: "wrong-words" }, wrong.message) : null,
      pick("offered", "conflictTake", 0),
      pick("kept", "conflictKeep", 1),
    );
  });
  return { title: ui.say("conflictTitle"), block: [...blocks, nextButton(ui, () => ui.afterDiffer())] };
}

/** @param {any} ui @param {any} section @returns {Page} */
export function sectionPage(ui, section) {
  const context = ui.fieldContext(section);
  const fields = section.fields.map((/** @type {any} */ field) => {
    const place = drawField(field, field.id, context);
    place.hidden = !ui.flow.visible(field.id);
    return place;
  });
  const cards = ui.flow.rolesOf(section);
  return {
    title: wordsOf(section.title, ui.locale),
    block: [
      section.note ? notice("info", wordsOf(section.note, ui.locale)) : null,
      cards.length
        ? h(
            "div",
            { class: "actions top" },
            ...cards.map((/** @type {any} */ role) =>
              h(
                "button",
                { type: "button", class: "button second", onclick: () => ui.scanFor(role.role) },
                icon("qr"),
                ui.say("fromCard", { role: wordsOf(role.label, ui.locale) }),
              ),
            ),
          )
        : null,
      h("div", { class: "fields" }, ...fields),
      nextButton(ui, () => ui.afterSection(section)),
    ],
  };
}

/** @param {any} ui @returns {Page} */
export function papers(ui) {
  const { state } = ui.flow;
  const list = ui.flow.papers.map((/** @type {any} */ paper) => {
    const kind = { original: "paperOriginal", copy: "paperCopy", present: "paperPresent" }[
      /** @type {"original"} */ (paper.kind)
    ];
    const said = [
      kind ? ui.say(kind) : "",
      paper.optional ? ui.say("paperOptional") : "",
      wordsOf(paper.note, ui.locale),
      paper.inDatabase && !paper.note ? ui.say("papersInDatabase") : "",
    ]
      .filter(Boolean)
      .join(" · ");
    return h(
      "label",
      { class: "check" },
      h("input", {
        type: "checkbox",
        checked: Boolean(state.papers[paper.id]),
        onchange: (/** @type {any} */ event) =>
          ui.set({ papers: { ...ui.flow.state.papers, [paper.id]: event.target.checked } }),
      }),
      h("span", {}, wordsOf(paper.label, ui.locale), said ? h("small", {}, said) : null),
    );
  });
  return {
    title: ui.say("papersTitle"),
    block: [
      h(
        "div",
        { class: "panel" },
        h(
          "fieldset",
          { class: "field" },
          h("legend", { class: "hidden-visually" }, ui.say("papersTitle")),
          h("p", { class: "hint" }, ui.say("papersHint")),
          ...list,
        ),
      ),
      nextButton(ui, () => ui.go(ui.flow.after("papers"))),
    ],
  };
}

/** @param {any} ui @returns {Page} */
export function review(ui) {
  const warnings = ui.flow.checked.findings.filter((/** @type {any} */ finding) => finding.severity !== "error");
  const sections = ui.flow.sections.map((/** @type {any} */ section) => {
    const title = wordsOf(section.title, ui.locale);
    return h(
      "section",
      { class: "panel" },
      h(
        "div",
        { class: "title-row" },
        h("h3", {}, title),
        h(
          "button",
          { type: "button", class: "button quiet", onclick: () => ui.go(`section:${section.id}`) },
          ui.say("reviewChange"),
          h("span", { class: "hidden-visually" }, ` ${title}`),
        ),
      ),
      h(
        "dl",
        { class: "facts" },
        ...section.fields
          .filter((/** @type {any} */ field) => ui.flow.visible(field.id))
          .flatMap((/** @type {any} */ field) => answerRows(ui, field, field.id)),
      ),
    );
  });
  return {
    title: ui.say("reviewTitle"),
    block: [
      warnings.length
        ? h(
            "section",
            {},
            h("h3", {}, ui.say("reviewWarnings")),
            ...warnings.map((/** @type {any} */ finding) =>
              notice(finding.severity, finding.message, basisOf(finding)),
            ),
          )
        : null,
      ...sections,
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button big", onclick: () => ui.finish() }, ui.say("sealIt")),
      ),
    ],
  };
}

/** @param {any} ui @param {any} field @param {string} path @returns {HTMLElement[]} */
function answerRows(ui, field, path) {
  const value = ui.flow.value(path);
  const label = wordsOf(field.label, ui.locale);
  if (field.type === "group") {
    const rows = /** @type {any[]} */ (value ?? []);
    if (!rows.length) return [fact(ui, label, "", path)];
    return rows.flatMap((_, index) => [
      h(
        "div",
        {},
        h(
          "dt",
          {},
          h(
            "b",
            {},
            wordsOf(field.row, ui.locale).replace("{n}", String(index + 1)) || ui.say("row", { n: index + 1 }),
          ),
        ),
        h("dd", {}),
      ),
      ...field.fields
        .filter((/** @type {any} */ each) => ui.flow.visible(`${path}[${index}].${each.id}`))
        .flatMap((/** @type {any} */ each) => answerRows(ui, each, `${path}[${index}].${each.id}`)),
    ]);
  }
  return [fact(ui, label, showAnswer(field, value, ui.locale), path, field.type)];
}

/** @param {any} ui @param {string} label @param {string} shown @param {string} path @param {string} [type] */
function fact(ui, label, shown, path, type) {
  const source = ui.flow.provenance(path)?.source;
  return h(
    "div",
    {},
    h("dt", {}, label),
    h("dd", { class: type === "pin" ? "number" : "" }, shown || h("small", {}, ui.say("reviewNothing"))),
    source && source !== "typed"
      ? h("dd", { class: "side" }, h("span", { class: `tag ${source}` }, showSource(source, ui.locale)))
      : null,
  );
}

/** @param {any} finding */
export function basisOf(finding) {
  return finding.basis
    ? h("p", {}, h("small", {}, [finding.basis.article, finding.basis.document].filter(Boolean).join(", ")))
    : null;
}

/** @param {any} ui @returns {Page} */
export function done(ui) {
  const digest = ui.digest;
  return {
    title: ui.say("doneTitle"),
    block: [
      notice("good", ui.say("doneLead")),
      h(
        "div",
        { class: "actions top" },
        h(
          "button",
          { type: "button", class: "button big", onclick: () => ui.download() },
          icon("download"),
          ui.say("doneDownload"),
        ),
        h(
          "button",
          { type: "button", class: "button second big", onclick: () => ui.print() },
          icon("print"),
          ui.say("donePrint"),
        ),
      ),
      h(
        "section",
        { class: "panel" },
        h("h3", {}, ui.say("doneDigest")),
        h("p", { class: "mono digest", translate: "no" }, ...groupsOf(digest)),
        ui.digestPicture(digest),
      ),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button second", onclick: () => ui.startAgain() }, ui.say("doneNew")),
      ),
    ],
  };
}

/** In groups of eight, with places to break. @param {string} digest */
function groupsOf(digest) {
  return (digest.match(/.{1,8}/g) ?? []).flatMap((group) => [group, " "]);
}

/** @param {any} ui @param {() => void} go */
function nextButton(ui, go) {
  return h(
    "div",
    { class: "actions" },
    h("button", { type: "button", class: "button big", onclick: go }, ui.say("next")),
  );
}
