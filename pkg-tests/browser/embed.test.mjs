// The form's element as a host's page uses it: what is set early, moves, the account, slots, the seal, what becomes of
// an application that is handed to the portal.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FORM, at, press, text } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";
import { ELEMENT, hostPage } from "./host-page.mjs";
import { TENANT } from "./tenant.mjs";

inEachEngine("the form in a host's page", (get) => {
  const host = (/** @type {string} */ setup) => hostPage(get(), setup);
  const review = async (/** @type {import("./harness.mjs").Page} */ page) => {
    await page.evaluate(`void ${ELEMENT}.go("review")`);
    await at(page, "Kiểm tra lại trước khi hoàn tất");
  };
  const answers = `form.answers = ${JSON.stringify(TENANT)}`;

  test("answers that are set before the element's script has come are kept, and set again they do not undo what was typed", async () => {
    const page = await host(answers);
    assert.equal(await page.evaluate(`${ELEMENT}.answers.headName`), "Trần Thị Chủ");
    await page.evaluate(`void (${ELEMENT}.answers = { headName: "Trần Thị Hai" })`);
    assert.equal(await page.evaluate(`${ELEMENT}.answers.headName`), "Trần Thị Hai");
    await page.evaluate(`void (${ELEMENT}.flow.answer("headName", "Trần Thị Ba"))`);
    await page.evaluate(`void (${ELEMENT}.answers = { headName: "Trần Thị Hai" })`);
    assert.equal(await page.evaluate(`${ELEMENT}.answers.headName`), "Trần Thị Ba");
    assert.deepEqual(page.problems, []);
  });

  test("an element that is moved forgets nothing, one that has left does", async () => {
    const page = await host(answers);
    await review(page);
    await page.evaluate(`void document.body.appendChild(document.createElement("main")).append(${ELEMENT})`);
    await page.evaluate(`new Promise((done) => setTimeout(done, 50))`);
    await at(page, "Kiểm tra lại trước khi hoàn tất");
    assert.equal(await page.evaluate(`${ELEMENT}.answers.headName`), "Trần Thị Chủ");
    const left = await page.evaluate(`(async () => { const form = ${ELEMENT}; form.remove();
      await new Promise((done) => setTimeout(done, 50)); return form.shadowRoot.textContent.trim(); })()`);
    assert.equal(left, "");
  });

  test("the account fills in with a source of its own, and what is answered stays", async () => {
    const page = await host(
      `form.answers = { fullName: "Nguyễn Văn Sửa" };
       form.account = Promise.resolve({ fullName: "Nguyễn Văn Mẫu", pin: "001202999999", birthDate: "2002-05-15" })`,
    );
    await page.waitFor(`${ELEMENT}.answers.pin === "001202999999"`, "the account's number");
    assert.equal(await page.evaluate(`${ELEMENT}.answers.fullName`), "Nguyễn Văn Sửa");
    assert.equal(await page.evaluate(`${ELEMENT}.flow.provenance("pin").source`), "account");
    await page.evaluate(`void (${ELEMENT}.answers = ${JSON.stringify(TENANT)})`);
    await review(page);
    assert.match(await text(page), /Tài khoản/);
    await press(page, "Hoàn tất");
    await at(page, "Tờ khai đã hoàn tất");
    assert.equal(await page.evaluate(`${ELEMENT}.sealed.provenance.pin.source`), "account");
    assert.deepEqual(page.problems, []);
  });

  test("a portal that wants a card read gets nothing sealed without one", async () => {
    const page = await host(`form.minAssurance = "wellFormed"; ${answers}`);
    assert.equal(await page.evaluate(`${ELEMENT}.getAttribute("min-assurance")`), "wellFormed");
    assert.doesNotMatch(await text(page), /Tự điền|Gõ bằng tay/);
    await review(page);
    await press(page, "Hoàn tất");
    await page.waitFor(
      `/đọc từ thẻ căn cước/.test(${FORM}.querySelector(".summary")?.textContent)`,
      "what the portal wants",
    );
    assert.equal(await page.evaluate(`${ELEMENT}.sealed === undefined`), true);
  });

  test("the host can hold up the seal, and has its own words on the first page and the last", async () => {
    const page = await host(`
      const intro = Object.assign(document.createElement("p"), { slot: "intro", textContent: "Xin chào", id: "hi" });
      const done = Object.assign(document.createElement("p"), { slot: "done", textContent: "Hẹn gặp lại", id: "bye" });
      form.append(intro, done);
      form.addEventListener("beforeseal", (event) => { globalThis.asked = event.detail.form; event.preventDefault(); },
        { once: true });
      ${answers}`);
    const seen = (/** @type {string} */ id) =>
      page.evaluate(`document.getElementById("${id}").getClientRects().length > 0`);
    assert.deepEqual([await seen("hi"), await seen("bye")], [true, false]);
    await review(page);
    await press(page, "Hoàn tất");
    assert.equal(await page.evaluate(`globalThis.asked`), "ct01");
    assert.equal(await page.evaluate(`${ELEMENT}.sealed === undefined`), true);
    await press(page, "Hoàn tất");
    await at(page, "Tờ khai đã hoàn tất");
    assert.deepEqual([await seen("hi"), await seen("bye")], [false, true]);
  });

  test("what the portal answers is shown: sending, offline, its findings at their fields, its receipt", async () => {
    const page = await host(`
      globalThis.told = [];
      form.addEventListener("submit", (event) => globalThis.told.push(event.detail.state));
      form.addEventListener("sealed", () => form.submit({ send: (application, { key }) => globalThis.answer(key) }));
      globalThis.answer = () => Promise.reject(new Error("away"));
      ${answers}`);
    await review(page);
    await press(page, "Hoàn tất");
    await page.waitFor(`/Chưa gửi được/.test(${FORM}.textContent)`, "nobody answers");
    const finding = {
      code: "portal.head",
      severity: "error",
      path: "headPin",
      message: "Số định danh của chủ hộ không có trong sổ.",
    };
    await page.evaluate(`(() => {
      globalThis.answer = async () => ({ ok: false, findings: [${JSON.stringify(finding)}] });
})()`);
    await press(page, "Gửi lại");
    await at(page, "Kiểm tra lại trước khi hoàn tất");
    await press(page, "Số định danh của chủ hộ không có trong sổ.");
    await at(page, "Chủ hộ");
    await page.waitFor(
      `/không có trong sổ/.test(${FORM}.querySelector('[data-path="headPin"]').textContent)`,
      "the finding at its field",
    );
    await page.evaluate(`(() => { globalThis.answer = async (key) => ({ receipt: "TN-" + key.slice(0, 4) });
      ${ELEMENT}.answers = { headPin: "001180000014" }; })()`);
    await review(page);
    await press(page, "Hoàn tất");
    await page.waitFor(`/Số tiếp nhận: TN-/.test(${FORM}.textContent.replace(/\\s+/g, " "))`, "the receipt");
    assert.deepEqual(await page.evaluate(`globalThis.told`), [
      "sending",
      "offline",
      "sending",
      "refused",
      "sending",
      "sent",
    ]);
    assert.equal(await page.evaluate(`${ELEMENT}.submission.state`), "sent");
    assert.doesNotMatch(await text(page), /chưa được gửi/);
    assert.deepEqual(page.problems, []);
  });

  test("printing leaves out the page around the form, and everything is as it was afterwards", async () => {
    const page = await host(answers);
    await page.evaluate(`void document.body.prepend(Object.assign(document.createElement("nav"), { id: "nav" }))`);
    await review(page);
    await press(page, "Hoàn tất");
    await at(page, "Tờ khai đã hoàn tất");
    await page.evaluate(`void (globalThis.print = () => {
      globalThis.marked = [...document.querySelectorAll("[data-cancuoc-print]")].map((each) => each.localName);
      globalThis.sheets = document.adoptedStyleSheets?.length ?? 0; })`);
    await press(page, "In tờ khai");
    await page.waitFor(`globalThis.marked`, "the form's pages, which are loaded first");
    assert.deepEqual(await page.evaluate(`globalThis.marked`), ["html", "body", "cancuoc-form"]);
    assert.equal(await page.evaluate(`globalThis.sheets`), 1);
    await page.evaluate(`void dispatchEvent(new Event("afterprint"))`);
    assert.equal(await page.evaluate(`document.querySelectorAll("[data-cancuoc-print]").length`), 0);
    assert.equal(await page.evaluate(`document.adoptedStyleSheets.length`), 0);
  });

  test("on a page that knows only light it is light, on a dark page dark, and the attribute decides", async () => {
    const page = await host("");
    const ink = `getComputedStyle(${ELEMENT}).color`;
    assert.equal(await page.evaluate(ink), "rgb(20, 33, 31)");
    await page.evaluate(`void ${ELEMENT}.setAttribute("theme", "dark")`);
    assert.equal(await page.evaluate(ink), "rgb(234, 241, 239)");
    await page.evaluate(`(() => { ${ELEMENT}.removeAttribute("theme");
      document.documentElement.style.colorScheme = "dark";
      document.body.append(${ELEMENT}); })()`);
    assert.equal(await page.evaluate(ink), "rgb(234, 241, 239)");
  });
});
