// What each project is asked for, whatever built it: a CT01 filled in by a photo of a card, to its seal.

import assert from "node:assert/strict";

import { FORM, at, choosePhoto, press } from "../browser/form-page.mjs";
import { TENANCY } from "../browser/tenant.mjs";

const ELEMENT = `document.querySelector("cancuoc-form")`;

/**
 * From the first page to the sealed application. The page says nothing on its console on the way: no warning that a
 * worker or a file is missing.
 * @param {import("../browser/harness.mjs").Page} page
 * @param {string} url of the project's page
 * @returns {Promise<any>} the application
 */
export async function fillByPhoto(page, url) {
  page.problems.length = 0;
  /** @type {string[]} */ const warnings = [];
  const listen = (/** @type {any} */ message) => /^\[cancuoc\]/.test(message.text()) && warnings.push(message.text());
  page.raw.on("console", listen);
  try {
    await page.goto(url);
    await page.waitFor(`Boolean(${FORM}?.querySelector("#title"))`, "the form", 60);
    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    await page.waitFor(
      `Boolean(${FORM}.querySelector("cancuoc-scan")?.shadowRoot?.querySelector("#photo"))`,
      "what scans",
      60,
    );
    await choosePhoto(page, "front-2021-straight.jpg");
    await at(page, "Thông tin đọc từ thẻ");
    await press(page, "Người kê khai");
    await page.waitFor(`${ELEMENT}.answers.fullName === "Nguyễn Văn Mẫu"`, "the name of the card in the form");
    await page.evaluate(`void (${ELEMENT}.answers = ${JSON.stringify(TENANCY)}, ${ELEMENT}.go("review"))`);
    await at(page, "Kiểm tra lại trước khi hoàn tất");
    await press(page, "Hoàn tất");
    await at(page, "Tờ khai đã hoàn tất");
    const sealed = await page.evaluate(`${ELEMENT}.sealed`);
    assert.equal(sealed.provenance.fullName.source, "qr");
    assert.equal(sealed.answers.headName, "Trần Thị Chủ");
    assert.deepEqual(warnings, []);
    return sealed;
  } finally {
    page.raw.off("console", listen);
  }
}
