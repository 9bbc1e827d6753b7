// The officer's page: sealed files opened, shown as the form, checked under the rules of the day.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";

import { accessible, fits } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

const VIEW = `document.querySelector("cancuoc-view").shadowRoot`;
const ON = "2026-11-21";

/** @type {string} */ let folder;

before(() => (folder = mkdtempSync(join(tmpdir(), "cancuoc-officer-"))));

inEachEngine("the officer", (get) => {
  /** A sealed CT01 in a file; `change` alters it after it was sealed. */
  const sealed = async (/** @type {string} */ name, change = (/** @type {any} */ _application) => {}) => {
    const application = await get().page.evaluate(
      `import("/pkg/index.js").then(async ({ default: init, seal }) => { await init(); return JSON.parse(JSON.stringify(
        seal("ct01", { to: "Công an phường Mẫu", procedure: "confirm", request: "Xác nhận thông tin về cư trú",
          fullName: "Nguyễn Văn Mẫu", birthDate: "1990-02-28", sex: "male", pin: "001090000017" },
          { sealedAt: "${ON}T08:30:00+07:00", assurance: "wellFormed",
            provenance: { fullName: { source: "qr", field: "fullName", role: "applicant", value: "Nguyễn Văn Mẫu" } } },
          { on: "${ON}" }))); })`,
    );
    change(application);
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(application));
    return file;
  };
  const open = async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/officer.html?lang=vi&on=${ON}`);
    await page.waitFor(`document.getElementById("files")`, "the page");
    page.problems.length = 0;
  };
  const shown = (/** @type {RegExp} */ words) =>
    get().page.waitFor(`${words}.test(${VIEW}.querySelector(".screen")?.textContent)`, String(words));

  test("sees a sealed form as the form, whole, within the rules, and its sources as claims", async () => {
    const { page, engine } = get();
    await open();
    const file = await sealed("one.json");
    await page.upload("#files", [file]);
    await shown(/Nội dung còn nguyên như khi hoàn tất/);
    const text = await page.evaluate(`${VIEW}.querySelector(".screen").textContent.replace(/\\s+/g, " ")`);
    assert.match(text, /1\. Họ, chữ đệm và tên khai sinhNguyễn Văn MẫuMã QR/);
    assert.match(text, /4\. Số định danh cá nhân001 090 000 017/);
    assert.match(text, /Người nộp hoàn tất lúc 08:30:00 21\/11\/2026/);
    assert.match(text, /Tệp này không chứng minh được nguồn thông tin/);
    assert.match(text, new RegExp(`CT01-${JSON.parse(readFileSync(file, "utf8")).digest.value.slice(0, 4)}`, "i"));
    await accessible(page, "a sealed form");
    await fits(page, "a sealed form");
    await page.screenshot(`officer-${engine}`);
    assert.deepEqual(page.problems, []);
  });

  test("is told what was changed after sealing, and which form was opened before", async () => {
    const { page } = get();
    await open();
    const one = await sealed("one.json");
    const altered = await sealed("altered.json", (application) => (application.answers.pin = "001090000018"));
    await page.upload("#files", [one]);
    await shown(/còn nguyên/);
    await page.upload("#files", [altered]);
    await shown(/Nội dung đã bị thay đổi sau khi hoàn tất/);
    assert.match(await page.evaluate(`document.getElementById("opened").textContent`), /đã bị sửa/);
    await page.upload("#files", [one]);
    await page.waitFor(
      `/đã được mở trong phiên làm việc này/.test(document.querySelector(".officer [role=status]").textContent)`,
      "words about the replay",
    );
    await page.waitFor(`document.querySelectorAll("#opened li").length === 3`, "all three among the opened ones");
  });

  test("a file that is none gets words, and the next is opened all the same", async () => {
    const { page } = get();
    await open();
    const wrong = join(folder, "wrong.json");
    writeFileSync(wrong, "{");
    await page.upload("#files", [wrong]);
    await page.waitFor(`/wrong\\.json/.test(document.querySelector("#intake [role=alert]").textContent)`, "words");
    await page.upload("#files", [await sealed("one.json")]);
    await shown(/còn nguyên/);
    assert.equal(await page.evaluate(`document.querySelector("#intake [role=alert]").textContent`), "");
  });

  test("a form that a phone receives from the desk is shown there, to be read and printed", async () => {
    const { page, origin } = get();
    const application = JSON.parse(readFileSync(await sealed("one.json"), "utf8"));
    await page.goto(`${origin}/receive.html?lang=vi`);
    await page.waitFor(`document.querySelector("main button")`, "the page");
    page.problems.length = 0;
    await page.evaluate(
      `import("/desk/code-parts.js").then(async ({ splitForCodes }) => {
        for (const detail of await splitForCodes(${JSON.stringify(application)}))
          document.dispatchEvent(new CustomEvent("cancuoc-part", { detail })); })`,
    );
    await page.waitFor(`/Nguyễn Văn Mẫu/.test(${VIEW}?.textContent)`, "the form");
    assert.match(await page.evaluate(`document.getElementById("result").textContent`), /khớp với mã kiểm tra/);
    await accessible(page, "a received form");
    await fits(page, "a received form");
    assert.deepEqual(page.problems, []);
  });
});
