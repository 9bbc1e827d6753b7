// The desk loses nobody: citizens are parked by number, a page that ends is opened again, one form fills the next, a
// hand-held reader works on every page, the form goes to the citizen's phone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { FORM, accessible, answer, at, fill, fits, forget, heading, press } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

const DESK = "/desk.html?lang=vi&on=2026-11-21&quiet";
const CARD = "001090000017||Nguyen Van Mau|28021990|Nam|So 1 Pho Mau, Phuong Hang Trong, Hoan Kiem, Ha Noi|20042021";

/** Answers that a form accepts. @param {string} form */
const example = (form) => {
  const file = join(import.meta.dirname, "..", "..", "packs", form, "examples.json");
  return JSON.parse(readFileSync(file, "utf8")).accept[0].answers;
};

inEachEngine("the desk that loses nobody", (get) => {
  const open = async (path = DESK) => {
    const { page, origin } = get();
    await page.goto(`${origin}${path}`);
    await page.waitFor(
      `!!document.querySelector(".service") && !document.querySelector("aside[aria-busy]")`,
      "the services, and who was kept",
    );
  };
  const fresh = async () => {
    const { page } = get();
    await open();
    await forget(page);
    await open();
    page.problems.length = 0;
  };
  /** @param {string} words of the service */
  const choose = async (words) => {
    const { page } = get();
    await page.waitFor(`!!document.querySelector(".service")`, "the services");
    await page.evaluate(
      `[...document.querySelectorAll(".service")]
        .find((own) => own.textContent.startsWith(${JSON.stringify(words)})).click()`,
    );
    await page.waitFor(`!!document.getElementById("service")`, "the papers");
  };
  const start = async () => {
    const { page } = get();
    await press(page, "Làm tờ khai", "");
    await page.waitFor(`!!${FORM}?.querySelector("#title")`, "the form");
  };
  /** Fills the open form in and seals it. @param {any} answers */
  const seal = async (answers) => {
    const { page } = get();
    await page.evaluate(`(() => { const form = document.querySelector("cancuoc-form");
      form.answers = ${JSON.stringify(answers)}; form.finish(); })()`);
    await page.waitFor(`!!document.querySelector("#same-person") && !!document.querySelector("#handover")`, "sealed");
  };
  const scan = (/** @type {string} */ text) =>
    get().page.evaluate(`(() => {
      for (const key of [...${JSON.stringify(text)}, "Enter"]) document.body.dispatchEvent(new KeyboardEvent("keydown",
        { key, bubbles: true, composed: true }));
    })()`);
  const text = (/** @type {string} */ selector) =>
    get().page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""`);

  test("who has to fetch a paper is parked by number and comes back to the same page of the form", async () => {
    const { page, engine } = get();
    await fresh();
    await press(page, "Phát số", "");
    await page.waitFor(`document.getElementById("now").textContent === "Đang giúp số 1"`, "number 1");
    await press(page, "Phát số", "");
    await choose("Đăng ký tạm trú");
    await start();
    await press(page, "Tự gõ vào tờ khai");
    await page.waitFor(`!!${FORM}.querySelector('[id^="f-"]')`, "the first section");
    const title = await heading(page);
    await fill(page, "fullName", "Nguyễn Văn Mẫu").catch(async () => {
      await page.evaluate(`document.querySelector("cancuoc-form").answers = { fullName: "Nguyễn Văn Mẫu" }`);
    });
    await page.evaluate(`(() => { document.querySelector(".note").open = true;
      const box = document.getElementById("note");
      box.value = "lấy hợp đồng thuê"; box.dispatchEvent(new Event("input")); globalThis.old = true; })()`);
    await press(page, "Để chờ", "");
    await page.waitFor(`!globalThis.old && !!document.querySelector("#parked li")`, "the next citizen's page");
    assert.equal(await text("#now"), "Đang giúp số 2");
    assert.match(await text("#parked li"), /^1Đăng ký tạm trútừ .* · lấy hợp đồng thuê/);
    assert.ok(!(await page.evaluate(`document.documentElement.textContent.includes("Nguyễn Văn Mẫu")`)));
    await accessible(page, "somebody is parked");
    await fits(page, "somebody is parked");
    await page.screenshot(`desk-${engine}-parked`);
    await press(page, "Làm tiếp", "");
    await page.waitFor(`!!${FORM}?.querySelector("#title")`, "the form");
    await at(page, title);
    assert.equal(await answer(page, "fullName"), "Nguyễn Văn Mẫu");
    assert.equal(await text("#now"), "Đang giúp số 1");
    assert.equal(await page.evaluate(`document.querySelectorAll("#parked li").length`), 0);
    assert.deepEqual(page.problems, []);
  });

  test("a page that ends while somebody who was parked is helped loses nothing; done, their copy is gone", async () => {
    const { page } = get();
    await open();
    await page.waitFor(`!!document.querySelector("#parked li")`, "the parked");
    await press(page, "Làm tiếp", "");
    await page.waitFor(`!!${FORM}?.querySelector("#title")`, "the form");
    await page.evaluate(`(globalThis.old = true)`);
    await page.click("#next");
    await press(page, "Xóa, gọi người tiếp theo", "");
    await press(page, "Xóa ngay", "");
    await page.waitFor(`!globalThis.old && !!document.querySelector(".service")`, "the next citizen's page", 60);
    await page.waitFor(`document.getElementById("parked").textContent.includes("Chưa có ai")`, "nobody is parked");
    assert.equal(await text("#now"), "Đang giúp số 2");
  });

  test("a reload loses the open form, or keeps it where the helper asked for that", async () => {
    const { page, engine } = get();
    await fresh();
    await choose("Đăng ký tạm trú");
    await start();
    await page.evaluate(`document.querySelector("cancuoc-form").answers = { fullName: "Trần Thị Mẫu" }`);
    await open();
    await page.waitFor(`document.getElementById("parked").textContent.includes("Chưa có ai")`, "nothing is kept");
    await page.evaluate(`document.getElementById("keep").click()`);
    await choose("Đăng ký tạm trú");
    await start();
    await press(page, "Tự gõ vào tờ khai");
    await page.waitFor(`document.querySelector("cancuoc-form").step.startsWith("section:")`, "a section");
    const title = await heading(page);
    await page.evaluate(`(() => { const form = document.querySelector("cancuoc-form");
      form.answers = { fullName: "Trần Thị Mẫu" }; form.go(form.step); })()`);
    await page.waitFor(
      `import("/pkg/widget/page-start.js").then(({ Drafts }) => {
        const draft = new Drafts("desk|now", 1);
        return draft.load().then((kept) => kept?.state.answers.fullName === "Trần Thị Mẫu");
      })`,
      "the form is kept",
    );
    await open();
    await page.waitFor(`document.getElementById("said").textContent.includes("Trang đã bị đóng")`, "a word");
    assert.equal(await page.evaluate(`document.querySelector("cancuoc-form")`), null, "nobody's form opens by itself");
    assert.ok(!(await page.evaluate(`document.documentElement.textContent.includes("Trần Thị Mẫu")`)));
    await page.screenshot(`desk-${engine}-cut`);
    await press(page, "Làm tiếp", "");
    await at(page, title);
    assert.equal(await answer(page, "fullName"), "Trần Thị Mẫu");
    await page.evaluate(`document.getElementById("keep").click()`);
    await open();
    await press(page, "Xóa hết, trừ tổng kết", "");
    await page.evaluate(`(globalThis.old = true)`);
    await press(page, "Xóa hẳn", "");
    await page.waitFor(`!globalThis.old && !!document.querySelector(".service")`, "a new page");
    await page.waitFor(`document.getElementById("parked").textContent.includes("Chưa có ai")`, "nothing is left");
    const left = await page.evaluate(
      `import("/pkg/widget/page-start.js").then(({ Drafts }) => new Drafts("", 0).names())`,
    );
    assert.deepEqual(left, []);
    assert.deepEqual(page.problems, []);
  });

  test("after a time without a touch a form that is kept is parked, not wiped", async () => {
    const { page } = get();
    await fresh();
    await page.evaluate(`document.getElementById("keep").click()`);
    await open(`${DESK}&idle=0.1`);
    // Somebody is at the desk until the form is open.
    await page.evaluate(`void (globalThis.touching = setInterval(() => dispatchEvent(new Event("reading")), 200))`);
    await choose("Đăng ký tạm trú");
    await start();
    await page.evaluate(`(clearInterval(globalThis.touching), (globalThis.old = true))`);
    await page.waitFor(`!globalThis.old && !!document.querySelector("#parked li")`, "parked");
    assert.match(await text("#parked li"), /Đăng ký tạm trú/);
    assert.equal(await page.evaluate(`localStorage.getItem("cancuoc.tally")`), null, "nobody was counted as done");
  });

  test("a hand-held reader works before a form, in the middle of one, and with the signs that readers add", async () => {
    const { page } = get();
    await fresh();
    await scan(`]Q1${CARD}`);
    await page.waitFor(`document.querySelector(".card-read")?.textContent.includes("Nguyen Van Mau")`, "the card");
    await choose("Đăng ký tạm trú");
    await start();
    await at(page, "Thông tin đọc từ thẻ");
    await press(page, "Người kê khai");
    await page.waitFor(`document.querySelector("cancuoc-form").step.startsWith("section:")`, "a section");
    const title = await heading(page);
    assert.equal(await answer(page, "pin"), "001090000017");
    await scan(CARD.replace("001090000017", "001160000021").replace("Nguyen Van Mau", "Nguyen Thi Ho"));
    await at(page, "Thông tin đọc từ thẻ");
    await press(page, "Chủ hộ");
    await at(page, title);
    assert.equal(await answer(page, "headPin"), "001160000021");
    assert.equal(await answer(page, "pin"), "001090000017", "the first card stays the declarant's");
    await scan("12345|1");
    assert.equal(await heading(page), title);
    assert.deepEqual(page.problems, []);
  });

  test("linked forms fill one another in, and another form of the same person has their card", async () => {
    const { page, engine } = get();
    await fresh();
    await choose("Liên thông");
    assert.equal(await page.evaluate(`document.querySelectorAll(".forms li").length`), 3);
    await page.evaluate(`document.querySelector(".panel .check input").click()`);
    await start();
    await seal(example("khai-sinh"));
    assert.match(await text("#now ~ .words"), /tờ khai tiếp theo/);
    await accessible(page, "a form is done");
    await fits(page, "a form is done");
    await page.screenshot(`desk-${engine}-done`);
    await press(page, "Cùng người này, tờ khai khác", "");
    await choose("Đăng ký tạm trú");
    await start();
    await page.waitFor(`document.querySelector("cancuoc-form").step?.startsWith("section:")`, "the first section");
    assert.equal(await answer(page, "fullName"), "Nguyễn Văn Mẫu");
    assert.equal(await answer(page, "pin"), "001090000017");
    assert.equal(await answer(page, "procedure"), "temporary", "and what choosing the service answers");
    await fresh();
    await choose("Liên thông");
    await page.evaluate(`[...document.querySelectorAll(".forms button")].at(-1).click()`);
    await page.waitFor(`!!${FORM}?.querySelector("#title")`, "the form");
    await seal(example("lien-thong-ks"));
    await press(page, "Làm tiếp: ", "");
    await page.waitFor(`document.querySelector("cancuoc-form").step?.startsWith("section:")`, "the first section");
    const answers = await page.evaluate(`document.querySelector("cancuoc-form").answers`);
    const { childName, motherPin, fatherBirthDate, requesterPin } = example("lien-thong-ks");
    assert.deepEqual(
      [answers.childName, answers.motherPin, answers.fatherBirthDate, answers.requesterPin],
      [childName, motherPin, fatherBirthDate, requesterPin],
    );
    assert.match(await text("#stage"), /Đã điền sẵn \d+ mục từ tờ khai trước/);
    assert.equal(await page.evaluate(`document.querySelector("cancuoc-form").getAttribute("form")`), "khai-sinh");
    assert.deepEqual(page.problems, []);
  });

  test("“Làm tờ khai mới” of the last page is the same person's next form", async () => {
    const { page } = get();
    await fresh();
    await choose("Đăng ký tạm trú");
    await start();
    await seal(example("ct01"));
    await press(page, "Làm tờ khai mới");
    await choose("Đăng ký thường trú");
    await start();
    await page.waitFor(`document.querySelector("cancuoc-form").step?.startsWith("section:")`, "the first section");
    assert.equal(await answer(page, "pin"), "001090000017");
    await page.evaluate(`(globalThis.old = true)`);
    await page.click("#next");
    await press(page, "Xóa, gọi người tiếp theo", "");
    await press(page, "Xóa ngay", "");
    await page.waitFor(`!globalThis.old && !!document.querySelector(".service")`, "the next citizen's page", 60);
    const tally = await page.evaluate(`JSON.parse(localStorage.getItem("cancuoc.tally"))`);
    assert.deepEqual(
      tally.map((/** @type {any} */ { service, outcome }) => [service, outcome]),
      [
        ["temporary-residence", "sealed"],
        ["permanent-residence", "left"],
      ],
    );
  });

  test("the hand-over begins with the receiving page, and says so where no phone can reach it", async () => {
    const { page } = get();
    await fresh();
    await choose("Đăng ký tạm trú");
    await start();
    await seal(example("ct01"));
    const said = await text("#handover");
    assert.match(said, /1\. Mở trang nhận trên điện thoại/);
    assert.match(said, /receive\.html/);
    assert.match(said, /điện thoại khác không vào được/, "localhost is nobody else's address");
    assert.match(said, /2\. Nhận tờ khai.*Mã \d+ trên \d+/s);
    const shown = await page.evaluate(`import("/desk/handover.js").then(async ({ handover }) => {
      const noise = Array.from({ length: 60_000 }, (_, i) => (i * 7919 * 7919) % 999983);
      let saved = 0;
      const place = await handover({ form: "ct01", noise }, () => (saved += 1));
      place.querySelector("button").click();
      return [place.textContent, saved];
    })`);
    assert.match(shown[0], /quá dài cho mã QR/);
    assert.equal(shown[1], 1);
  });

  test("the desk says that it works without a network, and of which day its files are", async () => {
    const { page, engine } = get();
    await open();
    if (engine !== "chromium") return; // as in offline.test.mjs
    await page.waitFor(
      `/^Sẵn sàng ngoại tuyến, bản tải về ngày \\d+\\/\\d+\\/\\d+\\.$/.test(
        document.getElementById("offline")?.textContent)`,
      "ready",
      60,
    );
  });

  test("practice has sample cards, and nothing of it is counted", async () => {
    const { page, engine } = get();
    await fresh();
    await open(`${DESK}&training`);
    assert.match(await text(".training"), /BẢN TẬP, KHÔNG NỘP/);
    await press(page, "Nguyễn Văn Mẫu", "");
    await choose("Đăng ký tạm trú");
    await start();
    await at(page, "Thông tin đọc từ thẻ");
    await accessible(page, "practice");
    await fits(page, "practice");
    await page.screenshot(`desk-${engine}-practice`);
    await page.evaluate(`(globalThis.old = true)`);
    await page.click("#next");
    await press(page, "Xóa, gọi người tiếp theo", "");
    await press(page, "Xóa ngay", "");
    await page.waitFor(`!globalThis.old && !!document.querySelector(".service")`, "the next one", 60);
    assert.equal(await page.evaluate(`localStorage.getItem("cancuoc.tally")`), null);
  });

  test("the shift is handed over on paper: numbers, no names and no notes", async () => {
    const { page } = get();
    await fresh();
    for (let i = 0; i < 3; i++) await press(page, "Phát số", "");
    await choose("Đăng ký tạm trú");
    await start();
    await page.evaluate(`(() => { document.querySelector("cancuoc-form").answers = { fullName: "Lê Thị Mẫu" };
      const box = document.getElementById("note"); box.value = "chồng là Mẫu"; box.dispatchEvent(new Event("input"));
      globalThis.old = true; })()`);
    await press(page, "Để chờ", "");
    await page.waitFor(`!globalThis.old && !!document.querySelector("#parked li")`, "parked");
    await page.evaluate(`(window.print = () => (window.printed = document.getElementById("shift-sheet").textContent))`);
    await press(page, "In phiếu giao ca", "");
    const sheet = await page.evaluate(`window.printed`);
    assert.match(sheet, /Đang làm: số 2/);
    assert.match(sheet, /Đang chờ: 3/);
    assert.match(sheet, /Để chờ: 1SốDịch vụTình trạng1Đăng ký tạm trútừ /);
    assert.doesNotMatch(sheet, /Mẫu/);
  });
});
