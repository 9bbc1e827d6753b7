// On the way: back to the review after a change, the browser's own back and forward, rows that are taken away, one
// misread sign, the end.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FORM, HOW, accessible, at, fill, fits, open, press, saved, text } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";
import { TENANT } from "./tenant.mjs";

const PAGE = "/form.html?form=ct01&service=temporary-residence&lang=vi&on=2026-11-21";
const ELEMENT = `document.querySelector("cancuoc-form")`;

/** What a tenant answers; the procedure is the service's. */
const { procedure: _, ...ANSWERS } = TENANT;

inEachEngine("on the way", (get) => {
  const answered = async (/** @type {string} */ step) => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await page.waitFor(`${ELEMENT}.answers.procedure === "temporary"`, "what the service has answered");
    await page.evaluate(`(() => { ${ELEMENT}.answers = ${JSON.stringify(ANSWERS)}; ${ELEMENT}.go("${step}"); })()`);
  };

  test("a change from the review leads straight back to it", async () => {
    const { page } = get();
    await answered("review");
    await at(page, "Kiểm tra lại trước khi hoàn tất");
    assert.doesNotMatch(await text(page), /Email/, "what nobody answered and nobody needs is left out");
    await press(page, "Sửa Người kê khai");
    await at(page, "Người kê khai");
    await fill(page, "phone", "0912345678");
    await press(page, "Tiếp tục");
    await at(page, "Kiểm tra lại trước khi hoàn tất");
    assert.match(await text(page), /0912345678/);
    assert.deepEqual(page.problems, []);
  });

  test("a warning on the review leads to its field, and stands beside it", async () => {
    const { page } = get();
    await answered("review");
    await page.evaluate(`(() => { ${ELEMENT}.answers = { sex: "female" }; })()`);
    await press(page, "Xem mục “Số định danh cá nhân”");
    await at(page, "Người kê khai");
    await page.waitFor(`${FORM}.activeElement?.id === "f-pin"`, "the field has the focus");
    assert.match(await page.evaluate(`${FORM}.querySelector('[data-path="pin"]').textContent`), /Giới tính/);
  });

  test("the browser's back and forward, and the page's own back, lead the same way", async () => {
    const { page } = get();
    await answered("section:request");
    await at(page, "Nội dung đề nghị");
    await press(page, "Tiếp tục");
    await at(page, "Người kê khai");
    await press(page, "Quay lại");
    await at(page, "Nội dung đề nghị");
    await page.evaluate(`history.forward()`);
    await at(page, "Người kê khai");
    await page.evaluate(`history.back()`);
    await at(page, "Nội dung đề nghị");
    await press(page, "Quay lại");
    await at(page, HOW);
    assert.equal(await page.evaluate(`${ELEMENT}.answers.fullName`), "Nguyễn Văn Mẫu");
    assert.deepEqual(page.problems, []);
  });

  test("a row that is taken away takes what was wrong with it along; what is wrong names its row", async () => {
    const { page } = get();
    await answered("section:household");
    await at(page, "Chủ hộ");
    await press(page, "Thành viên trong hộ gia đình cùng thay đổi");
    await press(page, "Thêm thành viên");
    await press(page, "Tiếp tục");
    const summary = `${FORM}.querySelector(".summary")?.textContent`;
    await page.waitFor(`/Thành viên 1: Hãy ghi: Họ, chữ đệm và tên/.test(${summary})`, "the row is named");
    await press(page, "Xóa thành viên 1");
    await page.waitFor(`${summary} === undefined`, "nothing is wrong any more");
    await press(page, "Tiếp tục");
    await at(page, "Kiểm tra lại trước khi hoàn tất");
  });

  test("a page on which one answers does not go away under one's hands", async () => {
    const { page } = get();
    await answered("section:household");
    await at(page, "Chủ hộ");
    await press(page, "Có");
    await page.waitFor(`!${FORM}.querySelector('[data-path="headName"]').getClientRects().length`, "the head is known");
    await at(page, "Chủ hộ");
    await press(page, "Tiếp tục");
    await at(page, "Kiểm tra lại trước khi hoàn tất");
    await press(page, "Quay lại");
    await at(page, "Chủ hộ");
  });

  test("with twice the text no page of the form scrolls sideways", async () => {
    const { page } = get();
    await answered("how");
    const twice = (/** @type {boolean} */ on) =>
      page.evaluate(`(document.documentElement.style.fontSize = "${on ? "212.5%" : ""}", true)`);
    await twice(true);
    try {
      await page.evaluate(
        `import("/pkg/reading.js").then(async ({ initReading, readQr }) => {
          await initReading();
          ${ELEMENT}.takeReading(readQr("001202999999|012345678|Nguyễn Văn Mẫu|15052002|Nam|" +
            "Số 1, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh|20062021", { on: "2026-11-21" })); })`,
      );
      await at(page, "Thông tin đọc từ thẻ");
      await fits(page, "the card's data, twice the text");
      for (const step of ["section:request", "section:declarant", "section:household", "review", "mrz"]) {
        await page.evaluate(`${ELEMENT}.go("${step}")`);
        await page.waitFor(`${ELEMENT}.step === "${step}"`, step);
        await fits(page, `${step}, twice the text`);
      }
    } finally {
      await twice(false);
    }
  });

  test("Enter in a box goes on", async () => {
    const { page } = get();
    await answered("section:declarant");
    await at(page, "Người kê khai");
    assert.equal(await page.evaluate(`${FORM}.getElementById("f-phone").getAttribute("enterkeyhint")`), "next");
    await page.evaluate(
      `${FORM}.getElementById("f-phone").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true,
        cancelable: true, composed: true }))`,
    );
    await at(page, "Chủ hộ");
  });

  test("of three typed lines one misread sign is named and put right by a press", async () => {
    const { page } = get();
    await answered("mrz");
    const tree = `${FORM}.querySelector("cancuoc-scan").shadowRoot`;
    await page.waitFor(`${tree}?.getElementById("mrz-1")`, "the boxes");
    await page.evaluate(
      `["idvnm1999999991001199999999<<2", "99O1018F3901016VNM<<<<<<<<<<<8", "NGUYEN<<THI<MAU<<<<<<<<<<<<<<"]
        .forEach((line, index) => { const box = ${tree}.getElementById("mrz-" + (index + 1)); box.value = line;
          box.dispatchEvent(new Event("input", { bubbles: true })); })`,
    );
    assert.equal(await page.evaluate(`${tree}.getElementById("mrz-3-count").textContent`), "29/30 ký tự");
    await page.evaluate(
      `(() => { const box = ${tree}.getElementById("mrz-3"); box.value += "<";
        box.dispatchEvent(new Event("input", { bubbles: true })); })()`,
    );
    await press(page, "Đã so với thẻ, sửa giúp tôi", "cancuoc-form >>> cancuoc-scan");
    assert.equal(await page.evaluate(`${tree}.getElementById("mrz-2").value`), "9901018F3901016VNM<<<<<<<<<<<8");
    await accessible(page, "three lines");
    await press(page, "Đọc ba dòng này", "cancuoc-form >>> cancuoc-scan");
    await at(page, "Thông tin đọc từ thẻ");
    assert.deepEqual(page.problems, []);
  });

  test("at the end it says where, by which code, with what and how long; and the form leaves the device", async () => {
    const { page } = get();
    await answered("review");
    await press(page, "Hoàn tất");
    await at(page, "Tờ khai đã hoàn tất");
    await page.waitFor(`/1\\.004194/.test(${FORM}.querySelector(".next-steps").textContent)`, "the portal's code");
    const words = await page.evaluate(`${FORM}.querySelector(".next-steps").textContent`);
    assert.match(words, /Nộp tại: Công an phường Cầu Giấy, Thành phố Hà Nội/);
    assert.match(words, /Giấy tờ chứng minh chỗ ở hợp pháp/);
    assert.match(words, /Thời hạn giải quyết: 03 ngày làm việc/);
    assert.match(words, /Căn cứ: Điều 27, 28, Luật Cư trú/);
    const digest = await page.evaluate(`${ELEMENT}.sealed.digest.value`);
    assert.match(await text(page), new RegExp(`CT01-${digest.slice(0, 4)}-${digest.slice(4, 8)}`, "i"));
    await saved(page, "Nguyễn Văn Mẫu");
    await press(page, "Xóa tờ khai khỏi máy này");
    await at(page, HOW);
    const left = await page.evaluate(
      `import("/pkg/widget/page-start.js").then(({ Drafts }) => new Drafts("", 0).names())`,
    );
    assert.deepEqual(left, []);
  });
});
