// How long the way is: services walked from the first page to the sealed form, presses and boxes counted.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HOW, accessible, fits, forget } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";
import { Walk } from "./walk.mjs";

inEachEngine("from the first page to the sealed form", (get) => {
  const begin = async (/** @type {string} */ service) => {
    const { page, origin } = get();
    const start = `${origin}/index.html?lang=vi&on=2026-11-21`;
    await page.goto(start);
    await forget(page);
    await page.goto(start);
    await page.waitFor(`document.querySelector(".situations")`, "the services");
    page.problems.length = 0;
    const walk = new Walk(page);
    await walk.tap(service, "");
    await walk.at(HOW);
    return walk;
  };
  const end = async (/** @type {Walk} */ walk, /** @type {string} */ name, /** @type {[number, number]} */ most) => {
    const { page, engine } = get();
    await walk.at("Kiểm tra lại trước khi hoàn tất");
    await accessible(page, `${name}, review`);
    await walk.tap("Hoàn tất");
    await walk.at("Tờ khai đã hoàn tất");
    await accessible(page, `${name}, the end`);
    await fits(page, `${name}, the end`);
    await page.screenshot(`walk-${engine}-${name}`);
    console.log(`      ${name}: ${walk.taps} presses, ${walk.boxes} boxes typed`);
    assert.ok(walk.taps <= most[0], `${walk.taps} presses, ${most[0]} at most`);
    assert.ok(walk.boxes <= most[1], `${walk.boxes} boxes, ${most[1]} at most`);
    const sealed = await page.evaluate(`document.querySelector("cancuoc-form").sealed`);
    assert.deepEqual(page.problems, []);
    return sealed;
  };

  test("temporary residence of a tenant, by a photo of the card: at most 14 presses and 6 boxes", async () => {
    const walk = await begin("Đăng ký tạm trú");
    await walk.photo("front-2021-straight.jpg");
    await walk.at("Thông tin đọc từ thẻ");
    await walk.tap("Người kê khai");
    await walk.at("Nội dung đề nghị");
    await walk.choose("newAddress", "Thành phố Hà Nội");
    await walk.commune("newAddress", "cau giay");
    await walk.type("newAddress-street", "Số 2, phố Mẫu");
    await walk.pick("ground", "Nhà thuê");
    await walk.tap("1 năm");
    await walk.tap("Tiếp tục");
    await walk.at("Người kê khai");
    await walk.type("phone", "0912 345 678");
    await walk.tap("Tiếp tục");
    await walk.at("Chủ hộ");
    await walk.type("headName", "Trần Thị Chủ");
    await walk.type("headPin", "001180000015");
    await walk.choose("relationToHead", "tenant");
    await walk.tap("Tiếp tục");
    const sealed = await end(walk, "ct01", [14, 6]);
    assert.equal(sealed.answers.to, "Công an phường Cầu Giấy, Thành phố Hà Nội");
    assert.equal(sealed.answers.procedure, "temporary");
    assert.equal(sealed.answers.stayFrom, "2026-11-21");
    assert.equal(sealed.answers.stayUntil, "2027-11-21");
    assert.equal(sealed.answers.relationToHead, "tenant");
    assert.equal(
      sealed.answers.request,
      "Đăng ký tạm trú tại Số 2, phố Mẫu, Phường Cầu Giấy, Thành phố Hà Nội, từ ngày 21/11/2026 đến ngày 21/11/2027",
    );
  });
});
