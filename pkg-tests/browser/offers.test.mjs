// What a finding offers in place of an answer is taken over by a press: on the last page before the seal, and beside
// the field.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FORM, answer, at, open, press } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";
import { TENANT } from "./tenant.mjs";

const ELEMENT = `document.querySelector("cancuoc-form")`;
const REVIEW = "Kiểm tra lại trước khi hoàn tất";
const STREET = "Số 2, phố Mẫu";

inEachEngine("what a finding offers", (get) => {
  /** @param {Record<string, unknown>} answers */
  const review = async (answers) => {
    const { page, origin } = get();
    await open(page, origin, "/form.html?form=ct01&lang=vi&on=2026-11-21");
    await page.evaluate(
      `(${ELEMENT}.answers = ${JSON.stringify({ ...TENANT, ...answers })}, ${ELEMENT}.go("review"), true)`,
    );
    await at(page, REVIEW);
    return page;
  };
  const said = `[...${FORM}.querySelectorAll(".notice")].map((each) => each.textContent).join("\\n")`;

  test("a name in small letters becomes one in capitals, and nothing is said of it any more", async () => {
    const page = await review({ fullName: "nguyễn văn mẫu" });
    assert.match(await page.evaluate(said), /chữ thường/);
    await page.screenshot(`offers-${get().engine}-name`);
    await press(page, "Dùng: NGUYỄN VĂN MẪU");
    await page.waitFor(`!/chữ thường/.test(${said})`, "the words about small letters are gone");
    assert.equal(await answer(page, "fullName"), "NGUYỄN VĂN MẪU");
    assert.deepEqual(page.problems, []);
  });

  test("an address in an old district becomes today's commune, its street as it was", async () => {
    const page = await review({ newAddress: `${STREET}, Xã Phú Xuân, Huyện Nhà Bè, Thành phố Hồ Chí Minh` });
    await press(page, "Đổi sang xã, phường hiện nay");
    await page.waitFor(`!/Huyện Nhà Bè/.test(${FORM}.textContent)`, "the old district is gone");
    assert.equal(await answer(page, "newAddress"), `${STREET}, Xã Nhà Bè, Thành phố Hồ Chí Minh`);
    assert.deepEqual(page.problems, []);
  });

  test("a commune that was divided is asked about: the one that is pressed is taken", async () => {
    const page = await review({ newAddress: `${STREET}, Phường Quan Hoa, Quận Cầu Giấy, Thành phố Hà Nội` });
    await press(page, "Đổi sang xã, phường hiện nay");
    await page.waitFor(`/Phường Quan Hoa đã được chia/.test(${said})`, "the question");
    await page.screenshot(`offers-${get().engine}-divided`);
    await press(page, "Phường Nghĩa Đô, Thành phố Hà Nội");
    assert.equal(await answer(page, "newAddress"), `${STREET}, Phường Nghĩa Đô, Thành phố Hà Nội`);
    assert.deepEqual(page.problems, []);
  });

  test("a place that no list knows is not guessed: the words say what to do, the answer stays", async () => {
    const old = `${STREET}, Xã Không Có, Huyện Không Có, Thành phố Hà Nội`;
    const page = await review({ newAddress: old });
    await press(page, "Đổi sang xã, phường hiện nay");
    await page.waitFor(`/Chưa tìm ra nơi này/.test(${said})`, "words about the list");
    assert.equal(await answer(page, "newAddress"), old);
    assert.deepEqual(page.problems, []);
  });

  test("beside a field that has another fault the offer stands as well", async () => {
    const page = await review({ fullName: "nguyễn văn mẫu", pin: "12" });
    await press(page, "Xem mục “Họ, chữ đệm và tên khai sinh”");
    await page.waitFor(`Boolean(${FORM}.getElementById("f-fullName"))`, "the field");
    await press(page, "Tiếp tục");
    await press(page, "Dùng: NGUYỄN VĂN MẪU");
    await page.waitFor(`${FORM}.getElementById("f-fullName").value === "NGUYỄN VĂN MẪU"`, "the box follows");
    assert.equal(await page.evaluate(`${FORM}.activeElement.id`), "f-fullName");
    assert.deepEqual(page.problems, []);
  });
});
