// How a test uses the page with the form: by the words that a person sees.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Gone } from "./press.mjs";
import { EngineHung } from "./webkit.mjs";

const AXE = readFileSync(join(import.meta.dirname, "..", "node_modules", "axe-core", "axe.min.js"), "utf8");

export const CARDS = join(import.meta.dirname, "..", "cards", "pictures");

/** @param {string} name of a picture of an invented card */
export const card = (name) => join(CARDS, name);

/** The shadow tree of the form, as an expression in the page. */
export const FORM = `document.querySelector("cancuoc-form").shadowRoot`;

/** @typedef {import("./harness.mjs").Page} Page */

/**
 * Opens the page afresh: no draft, Vietnamese.
 * @param {Page} page @param {string} origin @param {string} [path]
 */
export async function open(page, origin, path = "/form.html?lang=vi") {
  await page.goto(`${origin}${path}`);
  await forget(page);
  await page.goto(`${origin}${path}`);
  await page.waitFor(`Boolean(${FORM}?.querySelector("#title"))`, "the form is drawn");
  await page.waitFor(
    `customElements.whenDefined("cancuoc-scan").then(() => true)`,
    "what scans, which comes after the first field",
  );
  page.problems.length = 0;
}

/**
 * Deletes what the browser keeps for this origin. Not the database itself: that waits for every connection to it, and
 * an engine may never tell that a page that was left has none any more.
 * @param {Page} page
 */
export async function forget(page) {
  await page.evaluate(`(async () => {
    localStorage.clear();
    await document.querySelector("cancuoc-form")?.loaded;
    document.querySelector("cancuoc-form")?.remove();
  })()`);
  await ofDrafts(
    page,
    `for (const draft of (await shelf.names()).map((name) => new Drafts(name, 0)))
      await draft.clear();`,
  );
}

/** Seconds for what takes milliseconds. */
const STORAGE = 20;

/**
 * Runs a script with the drafts of this origin as `shelf`. Debian's WebKitGTK now and then never answers a request to
 * its storage again, whatever page asks: that is the engine's, and is said as such.
 * @param {Page} page @param {string} script
 */
async function ofDrafts(page, script) {
  const result = await page.evaluate(`import("/pkg/widget/page-start.js").then(({ Drafts }) => Promise.race([
    (async () => { const shelf = new Drafts("", 0); ${script} })(),
    new Promise((late) => setTimeout(() => late("the storage is silent"), ${STORAGE * 1000})),
  ]))`);
  if (result !== "the storage is silent") return result;
  const webkit = await page.evaluate(`!/Chrome|Firefox/.test(navigator.userAgent)`);
  throw webkit ? new EngineHung("a request to its storage", STORAGE) : new Error("the storage never answered");
}

/**
 * Presses what carries these words: a real click. On a page that is drawn anew meanwhile it is looked for again.
 * @param {Page} page
 * @param {string} words how it begins
 * @param {string} [host] selector of the element whose shadow tree holds it; empty for the page itself
 */
export async function press(page, words, host = "cancuoc-form") {
  for (let tries = 1; ; tries++) {
    const mark = await markWords(page, words, host);
    try {
      return await page.click([...(host ? [host] : []), `[data-mark="${mark}"]`].join(" >>> "));
    } catch (error) {
      if (!(error instanceof Gone) || tries === 3) throw error;
    }
  }
}

/** @param {Page} page @param {string} words @param {string} host */
async function markWords(page, words, host) {
  const mark = `m${Math.random().toString(36).slice(2)}`;
  const inside = host
    .split(" >>> ")
    .filter(Boolean)
    .reduce((tree, step) => `${tree}.querySelector(${JSON.stringify(step)}).shadowRoot`, "document");
  await page.waitFor(
    `(() => {
      const seen = (e) => e.getClientRects().length > 0;
      const all = [...${inside}.querySelectorAll("button, a, label, summary")].filter(seen);
      const words = ${JSON.stringify(words)};
      const text = (e) => e.textContent.replace(/\\s+/g, " ").trim();
      const found = all.find((e) => text(e) === words) ?? all.find((e) => text(e).startsWith(words));
      found?.setAttribute("data-mark", "${mark}");
      return Boolean(found);
    })()`,
    `something to press: ${words}`,
  );
  return mark;
}

/** Waits for a page of the flow by its heading. @param {Page} page @param {string | RegExp} title */
export async function at(page, title) {
  const test = typeof title === "string" ? `=== ${JSON.stringify(title)}` : "";
  const source = `${FORM}.querySelector("#title")?.textContent`;
  try {
    await page.waitFor(
      typeof title === "string" ? `${source} ${test}` : `${title}.test(${source})`,
      `the page “${title}”`,
    );
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}; it is: ${await text(page)}`, { cause: error });
  }
}

/** @param {Page} page */
export const heading = (page) => page.evaluate(`${FORM}.querySelector("#title")?.textContent`);

/**
 * Types into a field of the form, in place of what stands there.
 * @param {Page} page @param {string} path @param {string} text
 */
export async function fill(page, path, text) {
  const id = `f-${path}`;
  await page.evaluate(
    `(() => { const box = ${FORM}.getElementById(${JSON.stringify(id)}); box.value = "";
      box.dispatchEvent(new Event("input", { bubbles: true })); })()`,
  );
  await page.type(`cancuoc-form >>> [id="${id}"]`, text);
}

/** Fills the three boxes of a date. @param {Page} page @param {string} path @param {[string, string, string]} parts */
export async function fillDate(page, path, [day, month, year]) {
  await fill(page, path, day);
  await fill(page, `${path}-month`, month);
  await fill(page, `${path}-year`, year);
}

/** The heading of the first step. */
export const HOW = "Bạn muốn điền thông tin từ thẻ căn cước bằng cách nào?";

/** What the form holds. @param {Page} page @param {string} path */
export const answer = (page, path) =>
  page.evaluate(`document.querySelector("cancuoc-form").answers[${JSON.stringify(path)}]`);

/** What stands in a box. @param {Page} page @param {string} path */
export const valueOf = (page, path) => page.evaluate(`${FORM}.getElementById("f-${path}").value`);

/** Loads the page again, as a person does. @param {Page} page */
export async function reload(page) {
  await page.evaluate(`(globalThis.stale = true)`);
  await page.evaluate(`void setTimeout(() => location.reload())`);
  await page.waitFor(
    `globalThis.stale !== true && Boolean(${FORM}?.querySelector("#title"))`,
    "the page, loaded again",
  );
}

/** Waits until the draft holds this answer. @param {Page} page @param {string} words */
export async function saved(page, words) {
  const kept = () =>
    ofDrafts(
      page,
      `const each = (await shelf.names()).map((name) => new Drafts(name, 0));
      const kept = await Promise.all(each.map((draft) => draft.load()));
      return JSON.stringify(kept).includes(${JSON.stringify(words)});`,
    );
  for (const end = Date.now() + 20_000; !(await kept()); await new Promise((done) => setTimeout(done, 60)))
    if (Date.now() > end) throw new Error("waited 20 s in vain for: the draft is saved");
}

/**
 * Fills an address in its parts: the commune by its beginning, then by the suggestion of this name.
 * @param {Page} page @param {string} path
 * @param {{ province: string, commune: [string, string], street: string }} parts
 */
export async function fillAddress(page, path, { province, commune: [typed, name], street }) {
  await choose(page, path, province);
  await fill(page, `${path}-commune`, typed);
  await pickCommune(page, path, name);
  await fill(page, `${path}-street`, street);
}

/** Presses a suggestion under the box of a commune. @param {Page} page @param {string} path @param {string} name */
export const pickCommune = (page, path, name) =>
  page.waitFor(
    `(() => { const found = [...${FORM}.querySelectorAll('[data-path="${path}"] [role=option]')]
      .find((each) => each.getClientRects().length && each.firstChild.data === ${JSON.stringify(name)});
      found?.click(); return Boolean(found); })()`,
    `the suggestion ${name}`,
  );

/** Chooses from a list of the form. @param {Page} page @param {string} path @param {string} value */
export const choose = (page, path, value) =>
  page.evaluate(
    `(() => { const box = ${FORM}.getElementById("f-${path}"); box.value = ${JSON.stringify(value)};
      for (const type of ["input", "change"]) box.dispatchEvent(new Event(type, { bubbles: true })); })()`,
  );

/** Pastes the lines of a card into the first of their boxes. @param {Page} page @param {string} lines */
export const typeLines = (page, lines) =>
  page.evaluate(
    `(() => { const tree = ${FORM}.querySelector("cancuoc-scan").shadowRoot;
      ${JSON.stringify(lines.split("\n"))}.forEach((line, index) => {
        const box = tree.getElementById("mrz-" + (index + 1)); box.value = line;
        box.dispatchEvent(new Event("input", { bubbles: true })); }); })()`,
  );

/** Answers the open scanner with a picture. @param {Page} page @param {string} picture */
export async function choosePhoto(page, picture) {
  await page.upload("cancuoc-form >>> cancuoc-scan >>> #photo", [card(picture)]);
}

/** What a person would read on this page of the flow. @param {Page} page */
export const text = (page) =>
  page.evaluate(
    `(() => { const all = (r) => [...r.childNodes].map((n) => n.nodeType === 3 ? n.data : n.nodeType === 1 ?
      (n.getClientRects().length ? all(n) + (n.shadowRoot ? all(n.shadowRoot) : "") : "") : "").join(" ");
        return all(${FORM}).replace(/\\s+/g, " "); })()`,
  );

/**
 * Nothing that axe finds, on the page as it stands.
 * @param {Page} page @param {string} where
 */
export async function accessible(page, where) {
  await page.evaluate(
    `(() => { if (globalThis.axe) return true; const module = undefined, exports = undefined, define = undefined;
      ${AXE}; return true; })()`,
  );
  const found =
    await page.evaluate(`axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
      "best-practice"] })
    .then(({ violations }) => violations.map((v) => v.id + ": " + v.help + " — " + v.nodes.map((n) =>
      n.target.flat(3).join(" ") + " " + (n.any[0]?.message ?? n.all[0]?.message ?? "")).join(" | ")))`);
  assert.deepEqual(found, [], `axe, ${where}`);
}

/** No sideways scrolling. @param {Page} page @param {string} where */
export async function fits(page, where) {
  const over = await page.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);
  assert.ok(over <= 1, `${where} is ${over} px too wide`);
}
