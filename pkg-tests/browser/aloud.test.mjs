// A page read aloud: by a voice of the device in the language of the page, and only where there is one.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FORM, accessible, at, fits, open, press } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

const PAGE = "/form.html?lang=vi&on=2026-11-21";

/**
 * Voices that stand in for the platform's; what they are given to say stands in `spoken`. On the prototype: an engine
 * may give out another object each time.
 * @param {import("./harness.mjs").Page} page @param {{ lang: string, localService: boolean }[]} voices
 */
const giveVoices = (page, voices) =>
  page.evaluate(`(() => {
    globalThis.spoken = [];
    globalThis.asked = 0;
    globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    if (!globalThis.speechSynthesis) {
      const value = Object.create(new EventTarget());
      Object.defineProperty(globalThis, "speechSynthesis", { value, configurable: true });
    }
    const speech = Object.getPrototypeOf(speechSynthesis);
    const put = (name, value) => Object.defineProperty(speech, name, { value, configurable: true, writable: true });
    put("getVoices", () => ((asked += 1), ${JSON.stringify(voices)}));
    put("speak", (said) => { globalThis.last = said; spoken.push(said.voice.lang + ": " + said.text); });
    put("cancel", () => spoken.push("stop"));
  })()`);

inEachEngine("reading aloud", (get) => {
  test("a Vietnamese voice of the device reads what is wrong first, then question by question", async () => {
    const { page, origin, engine } = get();
    await open(page, origin, PAGE);
    await giveVoices(page, [
      { lang: "en-GB", localService: true },
      { lang: "vi-VN", localService: true },
    ]);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await press(page, "Tiếp tục");
    await page.waitFor(`${FORM}.querySelector(".summary") && ${FORM}.querySelector(".aloud button")`, "errors");
    await page.evaluate(`(spoken.length = 0)`);
    await press(page, "Đọc to");
    await page.waitFor(`spoken.length > 3`, "words");
    const said = await page.evaluate(`spoken`);
    assert.deepEqual(said.slice(0, 6), [
      "stop",
      "vi-VN: Còn 3 chỗ cần sửa",
      "vi-VN: Hãy ghi: Kính gửi.",
      "vi-VN: Hãy chọn: Việc cần làm.",
      "vi-VN: Hãy ghi: Nội dung đề nghị.",
      "vi-VN: Nội dung đề nghị",
    ]);
    assert.ok(said.includes("vi-VN: Việc cần làm") && said.includes("vi-VN: Đăng ký tạm trú"), said.join("\n"));
    assert.equal(said.at(-1), "vi-VN: Lỗi: Hãy ghi: Nội dung đề nghị.");
    await accessible(page, "a page that can be read aloud");
    await fits(page, "a page that can be read aloud");
    await page.screenshot(`aloud-${engine}`);

    await press(page, "Dừng đọc");
    assert.equal((await page.evaluate(`spoken`)).at(-1), "stop");
    await press(page, "Đọc to");
    await page.evaluate(`last.onend()`);
    await page.waitFor(`${FORM}.querySelector(".aloud button").textContent === "Đọc to"`, "the end of the reading");
    assert.deepEqual(page.problems, []);
  });

  test("without such a voice, or with one that asks a server, there is no button", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await giveVoices(page, [
      { lang: "en-GB", localService: true },
      { lang: "vi-VN", localService: false },
    ]);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await page.waitFor(`asked > 0`, "the question for voices");
    assert.equal(await page.evaluate(`Boolean(${FORM}.querySelector(".aloud button"))`), false);
    assert.deepEqual(page.problems, []);
  });
});
