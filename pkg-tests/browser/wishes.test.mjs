// What only some portals ask of the form's element: fields of the account that are locked, all parts on one page, parts
// of the frame that are not shown, and words for whoever has misspelt one of them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FORM, HOW, at, press, text } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";
import { ELEMENT, hostPage } from "./host-page.mjs";
import { TENANT } from "./tenant.mjs";

const QR = "001202999999|012345678|Nguyễn Văn Sai|15052002|Nam|Thôn Mẫu, Xã Mẫu, Thái Bình|01072021";
const ACCOUNT = { fullName: "Nguyễn Văn Mẫu", pin: "001202999999", birthDate: "2002-05-15", sex: "male" };
const REVIEW = "Kiểm tra lại trước khi hoàn tất";

inEachEngine("what a portal asks of the form", (get) => {
  /** What the console warns of is kept. */
  const host = (/** @type {string} */ setup, /** @type {string | RegExp} */ first = HOW) =>
    hostPage(
      get(),
      `globalThis.warned = [];
      console.warn = (...words) => void globalThis.warned.push(words.join(" "));
      ${setup}`,
      { first },
    );
  const go = (/** @type {import("./harness.mjs").Page} */ page, /** @type {string} */ step) =>
    page.evaluate(`void ${ELEMENT}.go("${step}")`);
  const warned = async (/** @type {RegExp} */ words) => {
    const { page } = get();
    await page.waitFor(`globalThis.warned.some((each) => ${words}.test(each))`, `a warning ${words}`);
    assert.match(await page.evaluate(`globalThis.warned.find((each) => ${words}.test(each))`), /docs\/embed\.md/);
  };
  const isThere = (/** @type {string} */ selector) =>
    get().page.evaluate(`${FORM}.querySelector(${JSON.stringify(selector)}) !== null`);
  const readCard = async (/** @type {string} */ qr) => {
    const { page } = get();
    await page.evaluate(`(async () => { const { readQr, initReading } = await import("/pkg/index.js");
      await initReading();
      ${ELEMENT}.takeReading(readQr(${JSON.stringify(qr)}, { on: "2026-11-21" })); })()`);
    await at(page, "Thông tin đọc từ thẻ");
    await press(page, "Người kê khai");
  };
  const LOCKED = `form.locked = ["fullName", "pin"]; form.account = ${JSON.stringify(ACCOUNT)}`;
  const held = (/** @type {import("./harness.mjs").Page} */ page) =>
    page.waitFor(`${ELEMENT}.flow?.locked?.has("pin")`, "the account is locked");

  test("a locked field shows the account's value, why it stands there and where it is changed", async () => {
    const page = await host(`${LOCKED}; form.accountUrl = "/tai-khoan";
      form.answers = { fullName: "Nguyễn Văn Cũ", birthDate: "2001-01-01" }`);
    await held(page);
    assert.equal(await page.evaluate(`${ELEMENT}.answers.fullName`), ACCOUNT.fullName);
    assert.equal(await page.evaluate(`${ELEMENT}.answers.birthDate`), "2001-01-01");
    await go(page, "section:declarant");
    await page.waitFor(`${FORM}.querySelector('[data-path="fullName"].locked')`, "the locked field");
    const field = `${FORM}.querySelector('[data-path="fullName"]')`;
    assert.equal(await page.evaluate(`${field}.querySelector("input").readOnly`), true);
    assert.equal(await page.evaluate(`${field}.querySelector("input").value`), ACCOUNT.fullName);
    assert.match(await page.evaluate(`${field}.textContent`), /Lấy từ tài khoản của bạn, không sửa được ở đây/);
    assert.match(await page.evaluate(`${field}.querySelector("a").href`), /\/tai-khoan$/);
    assert.equal(await page.evaluate(`${FORM}.querySelector('[data-path="birthDate"]').matches(".locked")`), false);
    assert.deepEqual(await page.evaluate(`globalThis.warned`), []);
    await page.screenshot(`wish-locked-${get().engine}`);
  });

  test("nothing overwrites what is locked: no program, no card, no draft; it is sealed as the account's", async () => {
    const page = await host(LOCKED);
    await held(page);
    await page.evaluate(`void (${ELEMENT}.answers = ${JSON.stringify({ ...TENANT, fullName: "Trần Văn Khác" })})`);
    assert.equal(await page.evaluate(`${ELEMENT}.answers.fullName`), ACCOUNT.fullName);
    await warned(/widget\.locked_answer.*fullName/);
    await readCard(QR);
    await page.waitFor(
      `/Nguyễn Văn Sai”, khác với tài khoản/.test(${FORM}.querySelector('[role="alert"]')?.textContent)`,
      "what the card says otherwise, at once",
    );
    assert.equal(await page.evaluate(`${ELEMENT}.answers.fullName`), ACCOUNT.fullName);
    assert.equal(await page.evaluate(`${ELEMENT}.flow.state.assurance`), "none");
    await go(page, "section:declarant");
    await page.waitFor(
      `/Nguyễn Văn Sai/.test(${FORM}.querySelector('[data-path="fullName"] .differs')?.textContent)`,
      "at the field",
    );
    await page.screenshot(`wish-differs-${get().engine}`);
    await go(page, "review");
    await at(page, REVIEW);
    assert.match(await text(page), /thẻ ghi “Nguyễn Văn Sai”, khác với tài khoản/);
    await press(page, "Hoàn tất");
    await at(page, "Tờ khai đã hoàn tất");
    const sealed = await page.evaluate(`${ELEMENT}.sealed`);
    assert.equal(sealed.answers.fullName, ACCOUNT.fullName);
    assert.equal(sealed.provenance.fullName.source, "account");
    assert.equal(sealed.provenance.pin.source, "account");
    assert.deepEqual(page.problems, []);
  });

  test("of another person's card nothing is filled in, and the words say why", async () => {
    const page = await host(`form.setAttribute("locked", "pin"); form.account = { pin: "${ACCOUNT.pin}" }`);
    await held(page);
    await readCard("001180000014||Trần Thị Khác|01011980|Nữ|Thôn Mẫu, Xã Mẫu, Thái Bình|01072021");
    await page.waitFor(
      `/số định danh khác với tài khoản/.test(${FORM}.querySelector('[role="alert"]')?.textContent)`,
      "the words",
    );
    assert.equal(await page.evaluate(`${ELEMENT}.answers.fullName === undefined`), true);
    assert.equal(await page.evaluate(`${ELEMENT}.answers.pin`), ACCOUNT.pin);
    assert.equal(await page.evaluate(`${ELEMENT}.flow.state.assurance`), "none");
  });

  test("a card that agrees counts, and an account that is gone leaves its answers to be changed", async () => {
    const page = await host(LOCKED);
    await held(page);
    await readCard(QR.replace("Sai", "Mẫu"));
    await page.waitFor(`${ELEMENT}.flow.state.assurance === "wellFormed"`, "the card was taken");
    assert.equal(await page.evaluate(`${ELEMENT}.flow.provenance("fullName").source`), "account");
    await page.evaluate(`void (${ELEMENT}.account = undefined)`);
    await go(page, "section:declarant");
    await at(page, "Người kê khai");
    assert.equal(await isThere(".locked"), false);
    await page.evaluate(`void (${ELEMENT}.answers = { fullName: "Nguyễn Văn Mới" })`);
    assert.equal(await page.evaluate(`${ELEMENT}.answers.fullName`), "Nguyễn Văn Mới");
  });

  test("what is locked later is locked then, and opened again without its word", async () => {
    const page = await host(`form.account = ${JSON.stringify(ACCOUNT)}`);
    await page.waitFor(`${ELEMENT}.answers.pin`, "the account");
    await go(page, "section:declarant");
    await at(page, "Người kê khai");
    await page.evaluate(`void (${ELEMENT}.locked = "pin")`);
    await page.waitFor(`${FORM}.querySelector('[data-path="pin"].locked')`, "the locked field");
    await page.evaluate(`void ${ELEMENT}.removeAttribute("locked")`);
    await page.waitFor(`!${FORM}.querySelector(".locked")`, "open again");
  });

  test("all parts stand on one page, and a wrong answer leads to its field", async () => {
    const page = await host(`form.steps = "one"; form.answers = ${JSON.stringify({ ...TENANT, headPin: "00118" })}`);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Điền tờ khai");
    assert.deepEqual(await page.evaluate(`${ELEMENT}.flow.pages`), ["how", "section:request", "review"]);
    for (const path of ["procedure", "fullName", "headName"]) assert.ok(await isThere(`[data-path="${path}"]`), path);
    await page.screenshot(`wish-one-${get().engine}`);
    await press(page, "Tiếp tục");
    await page.waitFor(`${FORM}.querySelector(".summary a")`, "the summary");
    await page.evaluate(`${FORM}.querySelector(".summary a").click()`);
    assert.equal(await page.evaluate(`${FORM}.activeElement.id`), "f-headPin");
    await page.evaluate(`void (${ELEMENT}.answers = { headPin: ${JSON.stringify(TENANT.headPin)} })`);
    await press(page, "Tiếp tục");
    await at(page, REVIEW);
    await page.evaluate(`[...${FORM}.querySelectorAll(".title-row .button")][2].click()`);
    await at(page, "Điền tờ khai");
    assert.match(await page.evaluate(`${FORM}.activeElement.id`), /^part-/);
    await page.evaluate(`void ${ELEMENT}.removeAttribute("steps")`);
    await page.waitFor(`!${FORM}.querySelector("[data-one-page]")`, "part by part again");
    assert.deepEqual(page.problems, []);
    assert.deepEqual(await page.evaluate(`globalThis.warned`), []);
  });

  test("on one page a part that an answer brings in appears, and what has the focus keeps it", async () => {
    const page = await host(`form.steps = "one"; form.answers = ${JSON.stringify(TENANT)}`);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Điền tờ khai");
    const before = await page.evaluate(`${FORM}.querySelectorAll("[data-path]").length`);
    assert.ok(before > 15, String(before));
    await page.evaluate(`${FORM}.getElementById("f-phone").focus()`);
    await page.keys("0912345678");
    await page.waitFor(`${ELEMENT}.answers.phone === "0912345678"`, "the typed number");
    assert.equal(await page.evaluate(`${FORM}.activeElement.id`), "f-phone");
  });

  test("parts of the frame are hidden and shown again; without a way to read a card the form begins at once", async () => {
    const page = await host(`form.hide = ["mrz", "progress"]; form.answers = ${JSON.stringify(TENANT)}`);
    assert.doesNotMatch(await text(page), /Chụp hoặc gõ mặt sau thẻ/);
    assert.match(await text(page), /Quét mã QR/);
    await page.evaluate(`void (${ELEMENT}.hide = "photo progress caption print pdf download digest again next")`);
    await page.waitFor(`/Chụp hoặc gõ mặt sau thẻ/.test(${FORM}.textContent)`, "shown again");
    assert.doesNotMatch(await text(page), /Chụp ảnh mã QR/);
    await go(page, "section:declarant");
    await at(page, "Người kê khai");
    assert.deepEqual([await isThere(".bar"), await isThere(".caption")], [false, false]);
    await go(page, "review");
    await at(page, REVIEW);
    await press(page, "Hoàn tất");
    await at(page, "Tờ khai đã hoàn tất");
    assert.doesNotMatch(await text(page), /In tờ khai|Tải tờ khai PDF|Khai tờ khác|Việc cần làm/);
    await page.evaluate(`void (${ELEMENT}.hide = undefined)`);
    await page.waitFor(`/In tờ khai/.test(${FORM}.textContent)`, "shown again");

    const typed = await host(`form.hide = "scan photo mrz cards"`, /./);
    await typed.waitFor(`${ELEMENT}.step === "section:request"`, "the first part");
    assert.equal(await isThere('slot[name="intro"]'), true);
    assert.equal(await isThere(".back"), false);
    assert.deepEqual(await typed.evaluate(`globalThis.warned`), []);
  });

  test("each mistake is told once on the console, with a code and the page of the manual, and nothing else breaks", async () => {
    const page = await host(`form.setAttribute("steps", "two"); form.setAttribute("hide", "scam fullName");
      form.setAttribute("locked", "fullname"); form.setAttribute("theme", "gloomy"); form.account = {}`);
    await warned(/widget\.steps_unknown.*one, parts/);
    await warned(/widget\.hide_unknown.*scam.*scan, photo/);
    await warned(/widget\.hide_field.*fullName.*ct01/);
    await warned(/widget\.theme_unknown.*gloomy.*portal, calm, contrast/);
    await warned(/widget\.locked_unknown.*fullname.*fullName/);
    assert.match(await text(page), /Quét mã QR/);
    await page.evaluate(`void ${ELEMENT}.setAttribute("locale", "en")`);
    await page.waitFor(`/Scan the QR/i.test(${FORM}.textContent)`, "another drawing");
    const warnings = await page.evaluate(`globalThis.warned`);
    assert.equal(new Set(warnings).size, warnings.length);

    const wanted = await host(`form.minAssurance = "wellFormed"; form.hide = "scan photo mrz"`);
    await warned(/widget\.hide_needed/);
    assert.match(await text(wanted), /Quét mã QR/);
    const linked = await host(`${LOCKED}; form.setAttribute("account-url", "javascript:alert(1)")`);
    await held(linked);
    await go(linked, "section:declarant");
    await linked.waitFor(`${FORM}.querySelector(".locked")`, "the locked field");
    assert.equal(await isThere(".locked a"), false);
    await warned(/widget\.account_url/);
  });
});
