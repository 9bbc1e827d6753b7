// From a photo of a card to a sealed CT01, as a citizen does it, in three engines.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  FORM,
  HOW,
  accessible,
  answer,
  at,
  card,
  choosePhoto,
  fill,
  fillAddress,
  fillDate,
  fits,
  heading,
  open,
  press,
  reload,
  saved,
  text,
  typeLines,
  valueOf,
} from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

/** What the picture says. */
const PIN = JSON.parse(readFileSync(card("manifest.json"), "utf8"))
  .find((/** @type {any} */ each) => each.file === "front-2021-straight.jpg")
  .payload.slice(0, 12);

/** The day of the rules: the tests do not age. */
const PAGE = "/form.html?lang=vi&on=2026-11-21";

/** Until the page stands, and has led whom it wanted to lead. */
const DRAWN = `new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() =>
  setTimeout(() => done(true))))))`;

inEachEngine("the form", (get) => {
  test("a photo of a card becomes a checked, pre-filled, sealed CT01", async () => {
    const { page, origin, engine } = get();
    await open(page, origin, PAGE);
    await page.evaluate(
      `(() => { globalThis.events = []; for (const type of ["reading", "identity", "change", "sealed", "error"])
        document.querySelector("cancuoc-form").addEventListener(type,
          () => globalThis.events.push(type)); })()`,
    );
    await see(page, engine, "how");

    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    await see(page, engine, "scan");
    await choosePhoto(page, "front-2021-straight.jpg");

    await at(page, "Thông tin đọc từ thẻ");
    await see(page, engine, "read");
    const read = await text(page);
    assert.match(read, /Nguyễn Văn Mẫu/);
    assert.ok(read.includes(PIN.replace(/(\d{3})(?=\d)/g, "$1 ")), "the number in groups");
    assert.match(read, /Đúng định dạng/);
    assert.doesNotMatch(read, /xác thực|hợp lệ/i, "a QR code is never called verified");
    await press(page, "Người kê khai");

    await at(page, "Nội dung đề nghị");
    await see(page, engine, "section");
    await press(page, "Đăng ký tạm trú");
    await fillAddress(page, "newAddress", {
      province: "Thành phố Hà Nội",
      commune: ["cau giay", "Phường Cầu Giấy"],
      street: "Số 2, phố Mẫu",
    });
    await fillDate(page, "stayFrom", ["1", "12", "2026"]);
    await fillDate(page, "stayUntil", ["1", "12", "2027"]);
    assert.equal(await valueOf(page, "to"), "Công an phường Cầu Giấy, Thành phố Hà Nội");
    assert.equal(
      await valueOf(page, "request"),
      "Đăng ký tạm trú tại Số 2, phố Mẫu, Phường Cầu Giấy, Thành phố Hà Nội, từ ngày 01/12/2026 đến ngày 01/12/2027",
    );
    await see(page, engine, "section-filled");
    await press(page, "Tiếp tục");

    await at(page, "Người kê khai");
    assert.equal(await page.evaluate(`${FORM}.getElementById("f-fullName").value`), "Nguyễn Văn Mẫu");
    assert.match(await page.evaluate(`${FORM}.querySelector('[data-path="fullName"] .source').textContent`), /Mã QR/);
    await fill(page, "phone", "0912 345 678");
    await see(page, engine, "prefilled");
    await press(page, "Tiếp tục");

    await at(page, "Chủ hộ");
    await press(page, "Có");
    await see(page, engine, "household");
    await press(page, "Tiếp tục");

    await at(page, "Kiểm tra lại trước khi hoàn tất");
    await see(page, engine, "review");
    await press(page, "Hoàn tất");
    await at(page, "Tờ khai đã hoàn tất");
    await see(page, engine, "done");

    const checked = await page.evaluate(
      `import("/pkg/index.js").then(async ({ default: init, checkSealed }) => {
        await init();
        return checkSealed(JSON.parse(JSON.stringify(document.querySelector("cancuoc-form").sealed))); })`,
    );
    assert.equal(checked.digest, "match");
    assert.equal(checked.ok, true);
    const sealed = await page.evaluate(`document.querySelector("cancuoc-form").sealed`);
    assert.equal(sealed.answers.pin, PIN);
    assert.equal(sealed.answers.phone, "0912345678");
    assert.match(sealed.answers.request, /Phường Cầu Giấy, Thành phố Hà Nội, từ ngày 01\/12\/2026/);
    assert.equal(sealed.provenance.pin.source, "qr");
    assert.equal(sealed.assurance, "wellFormed");
    const events = await page.evaluate(`globalThis.events`);
    for (const type of ["reading", "identity", "change", "sealed"])
      assert.ok(events.includes(type), `the event ${type}`);
    assert.deepEqual(page.problems, []);
  });

  test("what is wrong is listed in a focused summary whose links jump to the field, and beside it", async () => {
    const { page, origin, engine } = get();
    await open(page, origin, PAGE);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await press(page, "Tiếp tục");
    await page.waitFor(`${FORM}.activeElement?.className === "summary"`, "the summary has the focus");
    assert.match(await page.evaluate(`document.title`), /^Lỗi: /);
    await see(page, engine, "errors");
    const [summary, beside] = await page.evaluate(
      `[${FORM}.querySelector(".summary a").textContent, ${FORM}.querySelector('[data-path="to"] .wrong-words')
        .lastChild.data]`,
    );
    assert.equal(summary, beside);
    await page.click("cancuoc-form >>> .summary a");
    await page.waitFor(`${FORM}.activeElement?.id === "f-to"`, "the first wrong field has the focus");
    await fill(page, "to", "Công an phường Mẫu");
    await page.evaluate(`document.querySelector(".languages [lang=en]").click()`);
    await page.waitFor(`${FORM}.querySelector("#title").textContent === "Your request"`, "the page is English");
    assert.equal(await page.evaluate(`${FORM}.getElementById("f-to").value`), "Công an phường Mẫu");
    assert.match(await page.evaluate(`document.title`), /^Error: /);
    await see(page, engine, "errors-en");
    await page.evaluate(`document.querySelector(".languages [lang=vi]").click()`);
  });

  test("a field that is tapped while its page is being drawn keeps the focus, and every key", async () => {
    const { page, origin } = get();
    await open(page, origin);
    await page.evaluate(
      `document.querySelector("cancuoc-form").addEventListener("step", () => ${FORM}.getElementById("f-to")?.focus())`,
    );
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await page.evaluate(DRAWN);
    assert.equal(await page.evaluate(`${FORM}.activeElement?.id`), "f-to");
  });

  test("before sending, the links of the summary jump to the field on its page", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await page.evaluate(`document.querySelector("cancuoc-form").go("review")`);
    await page.evaluate(`document.querySelector("cancuoc-form").finish()`);
    await page.waitFor(`${FORM}.activeElement?.className === "summary"`, "the summary has the focus");
    await page.click("cancuoc-form >>> .summary a");
    await at(page, "Nội dung đề nghị");
    await page.evaluate(DRAWN);
    assert.equal(await page.evaluate(`${FORM}.activeElement?.id`), "f-to");
  });

  test("a reload keeps what was typed, and back goes back", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await fill(page, "to", "Công an phường Mẫu");
    await saved(page, "Công an phường Mẫu");
    await reload(page);
    await page.waitFor(`${FORM}?.getElementById("f-to")?.value === "Công an phường Mẫu"`, "the draft is open again");
    await press(page, "Quay lại");
    await at(page, HOW);
    assert.deepEqual(page.problems, []);
  });

  test("a card's old residence is filled in as of today, with what it was before; a divided commune is asked about", async () => {
    const { page, origin } = get();
    const take = async (/** @type {string} */ residence) => {
      await open(page, origin, "/form.html?lang=vi&form=dc02&on=2026-11-21");
      await page.evaluate(
        `import("/pkg/reading.js").then(async ({ initReading, readQr }) => {
          await initReading();
          document.querySelector("cancuoc-form").takeReading(readQr(
            "001099999999||Nguyễn Văn Mẫu|15052002|Nam|${residence}|20042021", { on: "2026-11-21" })); })`,
      );
      await press(page, "Người đề nghị");
      await page.waitFor(`/^section:/.test(document.querySelector("cancuoc-form").step)`, "the form's first section");
      await page.evaluate(
        `(() => { const form = document.querySelector("cancuoc-form");
          form.go("section:" + form.flow.sections.find((s) => s.fields.some((f) => f.id === "residence")).id); })()`,
      );
      await page.waitFor(`${FORM}.querySelector('[data-path="residence"] select, #f-residence')`, "the residence");
    };
    await take("Số 5, Phường Bến Nghé, Quận 1, TP Hồ Chí Minh");
    assert.equal(await answer(page, "residence"), "Số 5, Phường Sài Gòn, Thành phố Hồ Chí Minh");
    assert.match(
      await page.evaluate(`${FORM}.querySelector('[data-path="residence"] .source').textContent`),
      /trước sáp nhập: Số 5, Phường Bến Nghé/,
    );
    await accessible(page, "a converted address");

    await take("Số 2, Phường Dịch Vọng, Quận Cầu Giấy, Hà Nội");
    assert.match(await answer(page, "residence"), /Dịch Vọng/, "nothing is guessed");
    await accessible(page, "a question about an address");
    await press(page, "Phường Cầu Giấy, Thành phố Hà Nội");
    await page.waitFor(
      `document.querySelector("cancuoc-form").answers.residence === "Số 2, Phường Cầu Giấy, Thành phố Hà Nội"`,
      "the chosen commune",
    );
    assert.equal(
      await page.evaluate(`document.querySelector("cancuoc-form").flow.state.filled.residence.entry.converted.to`),
      "Số 2, Phường Cầu Giấy, Thành phố Hà Nội",
    );
    assert.deepEqual(page.problems, []);
  });

  test("a draft is not in clear on the disk of the browser", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await fill(page, "to", "Công an phường Mẫu Kín");
    await saved(page, "Công an phường Mẫu Kín");
    const stored =
      await page.evaluate(`new Promise((done) => { const open = indexedDB.open("cancuoc"); open.onsuccess = () => {
      const all = open.result.transaction(["drafts", "keys"]); const drafts = all.objectStore("drafts").getAll();
        const keys = all.objectStore("keys").getAll();
      all.oncomplete = () => { open.result.close(); done({ drafts: drafts.result.map((d) => [Object.keys(d).sort()
        .join(), new TextDecoder().decode(d.data)]), keys: keys.result.map((k) => k.extractable) }); }; }; })`);
    assert.equal(stored.drafts.length, 1);
    assert.equal(stored.drafts[0][0], "data,expires,iv");
    assert.doesNotMatch(stored.drafts[0][1], /Công an/);
    assert.deepEqual(stored.keys, [false]);
  });

  for (const [picture, words] of /** @type {const} */ ([
    ["no-qr.jpg", /Không thấy mã QR trong ảnh/],
    ["other-qr.jpg", /./],
    ["torn-payload.jpg", /./],
  ])) {
    test(`${picture} gets words that say how to go on`, async () => {
      const { page, origin } = get();
      await open(page, origin, PAGE);
      await press(page, "Quét mã QR");
      await at(page, "Đọc thẻ");
      await choosePhoto(page, picture);
      const said = await page.waitFor(
        `${FORM}.querySelector("cancuoc-scan").shadowRoot.querySelector('[role="alert"]')?.textContent`,
        "words about the picture",
        40,
      );
      assert.match(said, words);
      assert.equal(await heading(page), "Đọc thẻ");
      assert.deepEqual(page.problems, []);
    });
  }

  test("100 kB of noise pasted gets words, and a pasted payload is read", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    const scan = `${FORM}.querySelector("cancuoc-scan")`;
    await page.evaluate(
      `(() => { const box = ${scan}.shadowRoot.getElementById("payload"); box.value = "|ầ\\u0000;".repeat(25000);
        box.dispatchEvent(new Event("input")); })()`,
    );
    await press(page, "Đọc dữ liệu này", "cancuoc-form >>> cancuoc-scan");
    await page.waitFor(`${scan}.shadowRoot.querySelector('[role="alert"]')?.textContent`, "words about the noise");
    await page.evaluate(
      `(() => { const box = ${scan}.shadowRoot.getElementById("payload");
        box.value = "001099999999||Nguyễn Văn Mẫu|15052002|Nam|Xã Mẫu, Huyện Mẫu, Thái Bình|20042021";
          box.dispatchEvent(new Event("input")); })()`,
    );
    await press(page, "Đọc dữ liệu này", "cancuoc-form >>> cancuoc-scan");
    await at(page, "Thông tin đọc từ thẻ");
    assert.match(await text(page), /Nguyễn Văn Mẫu/);
    assert.deepEqual(page.problems, []);
  });

  test("both sides of a card are compared", async () => {
    const { page, origin, engine } = get();
    await open(page, origin, PAGE);
    await press(page, "Chụp hoặc gõ mặt sau thẻ");
    await at(page, "Chụp hoặc gõ mặt sau thẻ");
    await see(page, engine, "mrz");
    await typeLines(
      page,
      "IDVNM1999999991001199999999<<2\n9901018F3901016VNM<<<<<<<<<<<8\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<",
    );
    await press(page, "Đọc ba dòng này", "cancuoc-form >>> cancuoc-scan");
    await at(page, "Thông tin đọc từ thẻ");
    assert.match(await text(page), /NGUYEN THI MAU|Nguyen Thi Mau/i);
    assert.deepEqual(page.problems, []);
  });
});

inEachEngine("without a camera", (get) => {
  test("the page says how to go on", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await press(page, "Quét mã QR");
    await at(page, "Đọc thẻ");
    await page.evaluate(
      // On the prototype: WebKit may forget what was put on the object itself.
      `navigator.mediaDevices && (MediaDevices.prototype.getUserMedia = async () => { throw new DOMException("",
        "NotFoundError"); }), true`,
    );
    await press(page, "Quét mã QR trên thẻ", "cancuoc-form >>> cancuoc-scan");
    const said = await page.waitFor(
      `${FORM}.querySelector("cancuoc-scan").shadowRoot.querySelector('[role="alert"]')?.textContent`,
      "words about the camera",
    );
    assert.match(said, /camera/i);
    for (const [name, words] of [
      ["NotAllowedError", /chưa được phép/],
      ["NotReadableError", /ứng dụng khác/],
    ]) {
      const has = await page.evaluate(
        `Boolean(navigator.mediaDevices) && (MediaDevices.prototype.getUserMedia = async () => {
          throw new DOMException("", "${name}"); }, true)`,
      );
      if (!has) continue;
      // By script: the words before moved the button, and a driver's click may fall beside it.
      await page.evaluate(
        `[...${FORM}.querySelector("cancuoc-scan").shadowRoot.querySelectorAll("button")].find((button) =>
          button.textContent.includes("Quét mã QR trên thẻ")).click()`,
      );
      await page.waitFor(
        `${words}.test(${FORM}.querySelector("cancuoc-scan").shadowRoot.querySelector('[role="alert"]')?.textContent)`,
        `words about ${name}`,
      );
    }
    assert.deepEqual(page.problems, []);
  });
});

/**
 * Looks at a page of the flow: axe, width, a picture.
 * @param {import("./harness.mjs").Page} page @param {string} engine @param {string} name
 */
async function see(page, engine, name) {
  await accessible(page, name);
  await fits(page, name);
  await page.screenshot(`form-${engine}-${name}`);
}
