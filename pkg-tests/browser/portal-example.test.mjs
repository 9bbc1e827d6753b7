// The portal that users start from, in a browser: from the citizen's first page to the officer's desk.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { pglite } from "../../examples/portal/src/pglite.mjs";
import { startPortal } from "../portal/portal.mjs";
import { FORM, accessible, at, fill, fits, press } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

const VIEW = `document.querySelector("cancuoc-view").shadowRoot`;

/** The embedded database, which can be away. */
const driver = { ...pglite(undefined), away: false };
const { transaction } = driver;
driver.transaction = (work) =>
  driver.away ? Promise.reject(Object.assign(new Error(), { code: "ECONNREFUSED" })) : transaction(work);

/** @type {import("../portal/portal.mjs").Started} */ let portal;

before(async () => {
  portal = await startPortal({}, { driver });
});
after(() => portal?.close());

inEachEngine(
  "the portal to start from",
  (get) => {
    /** @type {string} */ let receipt;

    test("a citizen fills in a CT01 from the account and by typing, seals it, submits it, and gets a receipt", async () => {
      const { page } = get();
      await page.goto(`${portal.origin}/`);
      await press(page, "Nguyễn Văn Mẫu", "");
      await press(page, "Điền từ tài khoản của tôi", "");
      await page.waitFor(`/Đã điền những điều/.test(document.querySelector("[role=status]").textContent)`);
      await accessible(page, "the citizen's page");
      await press(page, "Tự gõ vào tờ khai");
      await at(page, "Nội dung đề nghị");
      await press(page, "Xác nhận thông tin về cư trú");
      await fill(page, "to", "Công an phường Mẫu");
      await fill(page, "request", "Xác nhận thông tin về cư trú của tôi");
      await press(page, "Tiếp tục");
      await at(page, "Người kê khai");
      assert.equal(await page.evaluate(`${FORM}.getElementById("f-fullName").value`), "Nguyễn Văn Mẫu");
      await fill(page, "phone", "0912 345 678");
      await press(page, "Tiếp tục");
      for (let pages = 0; pages < 4; pages += 1) {
        const title = await page.evaluate(`${FORM}.querySelector("#title").textContent`);
        if (/Kiểm tra lại/.test(title)) break;
        await press(page, "Tiếp tục");
        await page.waitFor(
          `${FORM}.querySelector("#title").textContent !== ${JSON.stringify(title)}`,
          `after ${title}`,
        );
      }
      await at(page, "Kiểm tra lại trước khi hoàn tất");
      assert.equal(await page.evaluate(`document.getElementById("send")`), null, "nothing to send before the seal");
      await press(page, "Hoàn tất");
      await at(page, "Tờ khai đã hoàn tất");
      await page.waitFor(`document.activeElement.id === "submit-title"`, "the focus on what is to be done next");

      // The database is away the first time.
      driver.away = true;
      await page.click("#send");
      await page.waitFor(
        `/Cổng tạm thời chưa lưu được/.test(document.querySelector("#said [role=alert]")?.textContent)`,
        "words about the database",
      );
      driver.away = false;
      assert.equal(await page.evaluate(`document.getElementById("send").textContent`), "Gửi lại");

      // Then the office does not take this form; what is corrected is sealed anew.
      const { config } = portal.app.portal;
      const { acceptedForms } = config;
      Object.assign(config, { acceptedForms: ["dc02"] });
      await page.click("#send");
      await page.waitFor(`/Nơi nhận không nhận biểu mẫu này/.test(document.getElementById("said").textContent)`, "why");
      Object.assign(config, { acceptedForms });
      await press(page, "Sửa tờ khai", "");
      await at(page, "Kiểm tra lại trước khi hoàn tất");
      await press(page, "Hoàn tất");
      await at(page, "Tờ khai đã hoàn tất");
      await page.click("#send");
      await page.waitFor(`document.getElementById("receipt")`, "the receipt");
      assert.equal(await page.evaluate(`document.querySelector("cancuoc-form").getClientRects().length`), 0);
      receipt = await page.evaluate(`document.getElementById("receipt").textContent`);
      assert.match(receipt, /^HS(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      await page.waitFor(`document.activeElement.textContent === "Đã nộp"`, "the focus on the receipt");
      assert.doesNotMatch(await page.evaluate(`document.body.textContent`), /null|undefined/);
      await accessible(page, "the receipt");
      await fits(page, "the receipt");
      await page.screenshot("portal-receipt");
      // The browser itself reports the answers 503 and 422; nothing else is wrong.
      assert.deepEqual(
        page.problems.filter((problem) => !/status of (503|422)/.test(problem)),
        [],
      );
    });

    test("the status page shows where it stands, by the number and in the list of one's own", async () => {
      const { page } = get();
      page.problems.length = 0;
      await page.goto(`${portal.origin}/status.html`);
      await page.type("#receipt", receipt.toLowerCase());
      await page.click("#look button");
      await page.waitFor(`/Đã nhận/.test(document.getElementById("found").textContent)`, "the status");
      await page.waitFor(
        `document.getElementById("own").textContent.includes(${JSON.stringify(receipt)})`,
        "one's own",
      );
      await accessible(page, "the status page");
      await fits(page, "the status page");
      await page.goto(`${portal.origin}/status.html?lang=en`);
      await page.waitFor(`/Received/.test(document.getElementById("own").textContent)`, "the page in English");
      assert.equal(await page.evaluate(`document.querySelector("h1").textContent`), "Where an application stands");
      assert.deepEqual(page.problems, []);
    });

    test("the officer opens it in the viewer, which checks it, and answers; the citizen reads the answer", async () => {
      const { page } = get();
      await press(page, "Sign out", "");
      await page.waitFor(`!document.getElementById("account").textContent`, "signed out");
      await page.goto(`${portal.origin}/officer.html`);
      await press(page, "Cán bộ Mẫu", "");
      await press(page, receipt, "");
      await page.waitFor(
        `/Nội dung còn nguyên như khi hoàn tất/.test(${VIEW}.querySelector(".screen")?.textContent)`,
        "the viewer's check",
      );
      const text = await page.evaluate(`${VIEW}.querySelector(".screen").textContent.replace(/\\s+/g, " ")`);
      assert.match(text, /Họ, chữ đệm và tên khai sinhNguyễn Văn Mẫu/);
      assert.match(await page.evaluate(`document.getElementById("opened").textContent`), /máy chủ chưa kiểm chứng/);
      await accessible(page, "the officer's page");
      await fits(page, "the officer's page");
      await page.screenshot("portal-officer");
      await page.type("#note", "Đã xác nhận");
      await page.evaluate(`(document.getElementById("to").value = "done")`);
      await page.click("#move");
      await page.waitFor(`/Đã xong/.test(document.getElementById("list").textContent)`, "the list, moved on");
      await page.waitFor(`/Đã xác nhận/.test(document.getElementById("opened").textContent)`, "the step");
      assert.deepEqual(page.problems, []);

      const citizen = await portal.visitor("demo-mau");
      const [own] = (await citizen.ask("GET", "/api/applications")).body.applications;
      assert.deepEqual([own.receipt, own.status, own.note], [receipt, "done", "Đã xác nhận"]);
    });
  },
  { engines: ["chromium"] },
); // What differs between engines is the widget, which has tests of its own in each.
