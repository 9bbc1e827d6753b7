// How long the way is: services walked from the first page to the form as a PDF, presses and boxes counted.

import assert from "node:assert/strict";
import { test } from "node:test";

import { keepDownloads } from "./downloads.mjs";
import { FORM, HOW, accessible, fits, forget, valueOf } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";
import { Walk } from "./walk.mjs";

inEachEngine("from the first page to the sealed form", (get) => {
  /** A service of the first page; one that few ask for stands under its situation. */
  const begin = async (/** @type {string} */ service, /** @type {string} */ situation = "") => {
    const { page, origin } = get();
    const start = `${origin}/index.html?lang=vi&on=2026-11-21`;
    await page.goto(start);
    await forget(page);
    await page.goto(start);
    await page.waitFor(`document.querySelector(".situations")`, "the services");
    page.problems.length = 0;
    const walk = new Walk(page);
    if (situation) await walk.tap(situation, "");
    await walk.tap(service, "");
    await walk.at(HOW);
    return walk;
  };
  /** To the end and its PDF, which is a press more; the counts are exact: a longer way is a fault. */
  const end = async (/** @type {Walk} */ walk, /** @type {string} */ name, /** @type {[number, number]} */ counts) => {
    const { page, engine } = get();
    await walk.at("Kiểm tra lại trước khi hoàn tất");
    await accessible(page, `${name}, review`);
    await walk.tap("Hoàn tất");
    await walk.at("Tờ khai đã hoàn tất");
    await keepDownloads(page);
    await walk.tap("Tải tờ khai PDF");
    await page.waitFor(`/Đã tạo tệp PDF/.test(${FORM}.textContent)`, "the file");
    assert.equal(await page.evaluate(`saved.at(-1).slice(0, 5).text()`), "%PDF-");
    await page.waitFor(`${FORM}.querySelector(".sheet .page")`, "the pages that would be printed");
    await accessible(page, `${name}, the end`);
    await fits(page, `${name}, the end`);
    await page.screenshot(`walk-${engine}-${name}`);
    assert.deepEqual([walk.taps, walk.boxes], counts, "presses and boxes");
    const sealed = await page.evaluate(`document.querySelector("cancuoc-form").sealed`);
    assert.deepEqual(page.problems, []);
    return sealed;
  };

  test("temporary residence of a tenant, by a photo of the card", async () => {
    const walk = await begin("Đăng ký tạm trú");
    await walk.photo("front-2021-straight.jpg");
    await walk.at("Thông tin đọc từ thẻ");
    await walk.tap("Người kê khai");
    await walk.at("Nội dung đề nghị");
    await walk.choose("newAddress", "Thành phố Hà Nội");
    await walk.commune("newAddress", ["cau giay", "Phường Cầu Giấy"]);
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
    const sealed = await end(walk, "ct01", [13, 5]);
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

  test("a birth, declared by the mother with her card", async () => {
    const walk = await begin("Đăng ký khai sinh");
    await walk.photo("back-2024-tilted.jpg");
    await walk.at("Thông tin đọc từ thẻ");
    await walk.tap("Tiếp tục");
    await walk.at("Người yêu cầu");
    // The invented card names an invented commune: no office follows from it.
    await walk.type("authority", "Ủy ban nhân dân phường Cầu Giấy");
    await walk.choose("requesterRelation", "mother");
    await walk.tap("Tiếp tục");
    await walk.at("Người được khai sinh");
    await walk.type("childName", "Nguyễn Văn Bé");
    await walk.typeDate("childBirthDate", ["1", "11", "2026"]);
    await walk.pick("childSex", "Nam");
    await walk.choose("childEthnicity", "Kinh");
    await walk.choose("childBirthPlace", "Thành phố Hà Nội");
    await walk.commune("childBirthPlace", ["cau giay", "Phường Cầu Giấy"]);
    await walk.tapOn('[data-path="childOrigin"] .same-as button');
    await walk.pick("birthProof", "Giấy chứng sinh");
    await walk.tap("Tiếp tục");
    await walk.at("Mẹ");
    assert.equal(await valueOf(get().page, "motherName"), "Nguyễn Thị Mẫu", "her own card, read once");
    await walk.choose("motherEthnicity", "Kinh");
    await walk.tap("Tiếp tục");
    await walk.at("Cha");
    await walk.pick("fatherKnown", "Có");
    await walk.type("fatherName", "Nguyễn Văn Cha");
    await walk.type("fatherBirthDate-year", "1995");
    await walk.choose("fatherEthnicity", "Kinh");
    await walk.tap("Tiếp tục");
    await walk.at("Bản sao và ngày khai");
    await walk.pick("copies", "Không");
    await walk.tap("Tiếp tục");
    const sealed = await end(walk, "khai-sinh", [21, 8]);
    assert.equal(sealed.answers.motherPin, "001199999999");
    assert.equal(sealed.provenance.motherPin.source, "qr");
    assert.equal(sealed.answers.childNationality, "Việt Nam");
    assert.equal(sealed.answers.childOrigin, "Thôn Mẫu, Xã Mẫu, Thái Bình", "as the residence on the card");
    assert.equal(sealed.answers.signedOn, "2026-11-21");
  });

  test("an ordinary passport, by a photo of the card", async () => {
    const walk = await begin("Cấp hộ chiếu phổ thông");
    await walk.photo("front-2021-straight.jpg");
    await walk.at("Thông tin đọc từ thẻ");
    await walk.tap("Người đề nghị");
    await walk.at("Người đề nghị");
    await walk.type("birthPlace", "Thành phố Hà Nội");
    await walk.choose("ethnicity", "Kinh");
    await walk.type("religion", "Không");
    await walk.type("phone", "0912345678");
    await walk.tap("Tiếp tục");
    await walk.at("Nơi ở và nghề nghiệp");
    await walk.tapOn('[data-path="currentAddress"] .same-as button');
    await walk.type("occupation", "Kỹ sư");
    await walk.tap("Tiếp tục");
    await walk.at("Cha, mẹ, vợ hoặc chồng");
    await walk.type("fatherName", "Nguyễn Văn Cha");
    await walk.type("fatherBirthDate-year", "1970");
    await walk.type("motherName", "Trần Thị Mẹ");
    await walk.type("motherBirthDate-year", "1972");
    await walk.tap("Tiếp tục");
    await walk.at("Nội dung đề nghị");
    await walk.pick("request", "Cấp lần đầu");
    await walk.pick("withChip", "Hộ chiếu không gắn chip");
    await walk.tap("Tiếp tục");
    const sealed = await end(walk, "tk01", [13, 8]);
    assert.equal(sealed.answers.withoutChip, true);
    assert.equal(sealed.answers.withChip, false);
    assert.equal(sealed.answers.currentAddress, sealed.answers.residence);
    assert.match(sealed.answers.residence, /Phường Sài Gòn, Thành phố Hồ Chí Minh$/);
  });

  test("a marriage, by the photos of both cards", async () => {
    const walk = await begin("Đăng ký kết hôn", "Cưới, hộ tịch");
    await walk.photo("back-2024-tilted.jpg");
    await walk.at("Thông tin đọc từ thẻ");
    await walk.tap("Bên nữ");
    await walk.at("Nơi nhận");
    // The invented card names an invented commune: no office follows from it.
    await walk.type("authority", "Ủy ban nhân dân phường Cầu Giấy");
    await walk.tap("Tiếp tục");
    await walk.at("Bên nữ");
    await walk.choose("wifeEthnicity", "Kinh");
    await walk.type("wifeMarriageCount", "1");
    await walk.tap("Tiếp tục");
    await walk.at("Bên nam");
    await walk.tap("Quét thẻ của bên nam");
    await walk.scanned("front-2021-straight.jpg");
    await walk.at("Thông tin đọc từ thẻ");
    await walk.tap("Tiếp tục");
    await walk.at("Bên nam");
    await walk.choose("husbandEthnicity", "Kinh");
    await walk.type("husbandMarriageCount", "1");
    await walk.tap("Tiếp tục");
    await walk.at("Cam đoan và bản sao");
    await walk.pick("bothPresent", "Có");
    await walk.pick("voluntary", "Có");
    await walk.pick("copies", "Không");
    await walk.tap("Tiếp tục");
    const sealed = await end(walk, "ket-hon", [18, 3]);
    assert.equal(sealed.answers.wifePin, "001199999999");
    assert.equal(sealed.answers.husbandPin, "001202999999");
    assert.equal(sealed.provenance.husbandName.source, "qr");
    const { page } = get();
    const words = await page.evaluate(`${FORM}.querySelector(".sheet .page").textContent`);
    assert.match(words, /Thông tin.*Bên nữ.*Bên nam.*Họ, chữ đệm, tên.*Nguyễn Thị Mẫu.*Nguyễn Văn Mẫu/s);
  });

  test("a tax registration, by a photo of the card", async () => {
    const walk = await begin("Đăng ký thuế lần đầu", "Việc làm, học, bảo hiểm");
    await walk.photo("front-2021-straight.jpg");
    await walk.at("Thông tin đọc từ thẻ");
    await walk.tap("Tiếp tục");
    await walk.at("Người đăng ký thuế");
    await walk.pick("hasPin", "Có");
    await walk.type("phone", "0912345678");
    await walk.tap("Tiếp tục");
    const sealed = await end(walk, "tax-05-dkt", [8, 1]);
    assert.equal(sealed.answers.pin, "001202999999");
  });
});
