// The first page: services by words and by situation, what others began on this device, the way to the tools.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FORM, HOW, accessible, at, fill, fits, forget, press, saved } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

const START = "/index.html?lang=vi&on=2026-11-21";
const LIST = `document.querySelector(".situations")`;

inEachEngine("the first page", (get) => {
  const open = async () => {
    const { page, origin } = get();
    await page.goto(`${origin}${START}`);
    await forget(page);
    await page.goto(`${origin}${START}`);
    await page.waitFor(LIST, "the services");
    page.problems.length = 0;
  };
  /** What is to be seen of the services. */
  const seen = () =>
    get().page.evaluate(
      `[...document.querySelectorAll(".situations li")].filter((each) => each.getClientRects().length)
        .map((each) => each.querySelector("b").textContent)`,
    );
  const find = async (/** @type {string} */ words) => {
    await get().page.evaluate(
      `(() => { const box = document.getElementById("find"); box.value = ${JSON.stringify(words)};
        box.dispatchEvent(new Event("input")); })()`,
    );
    return seen();
  };

  test("heading, words and the most asked services are in the document before any script runs", async () => {
    const { origin } = get();
    const text = await (await fetch(`${origin}/`)).text();
    const body = text.slice(text.indexOf("<body"));
    assert.match(body, /<h1[^>]*>Bạn cần làm gì\?<\/h1>/);
    assert.match(body, /<noscript>/);
    assert.match(body, /form\.html\?form=ct01&amp;service=temporary-residence/);
    assert.doesNotMatch(body, /<script/);
  });

  test("a service is found by its name without marks and by the situation people are in", async () => {
    const { page, engine } = get();
    await open();
    const listed = `document.querySelectorAll(".situations li").length`;
    assert.equal(await page.evaluate(listed), 49);
    assert.deepEqual(await find("dang ky tam tru"), ["Đăng ký tạm trú"]);
    assert.deepEqual(
      await find("Em Bé"),
      ["Đăng ký khai sinh", "Liên thông: khai sinh – thường trú – thẻ BHYT trẻ em dưới 6 tuổi"].concat(
        (await find("em be")).slice(2),
      ),
    );
    assert.ok((await find("mat the")).includes("Cấp lại, đổi thẻ căn cước"));
    assert.ok((await find("chuyen cho o")).includes("Đăng ký thường trú"));
    assert.deepEqual(await find("qwertz"), []);
    assert.match(await page.evaluate(`document.querySelector("#services [role=status]").textContent`), /Không thấy/);
    await find("");
    await accessible(page, "the first page");
    await fits(page, "the first page");
    await page.screenshot(`start-${engine}`);
    assert.deepEqual(page.problems, []);
  });

  test("each service with a form leads to it with its own preset, and says what the catalogue knows", async () => {
    const { page } = get();
    await open();
    await press(page, "Đăng ký tạm trú", "");
    await at(page, HOW);
    await page.waitFor(`/03 ngày làm việc/.test(document.getElementById("about").textContent)`, "the term");
    assert.equal(await page.evaluate(`document.querySelector("h1").textContent`), "Đăng ký tạm trú");
    assert.match(await page.evaluate(`document.getElementById("about").textContent`), /Luật Cư trú 68\/2020\/QH14/);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    assert.equal(await page.evaluate(`document.querySelector("cancuoc-form").answers.procedure`), "temporary");
    assert.equal(await page.evaluate(`${FORM}.querySelector('[data-path="procedure"]')`), null);
  });

  test("an address of before, with the form in the query, still leads to the form", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/?form=dc02&lang=vi`);
    await page.waitFor(`location.pathname === "/form.html" && Boolean(${FORM}?.querySelector("#title"))`, "the form");
    assert.equal(await page.evaluate(`document.querySelector("cancuoc-form").getAttribute("form")`), "dc02");
  });

  test("what somebody began is listed by initials, never opened by itself, and goes on or goes away", async () => {
    const { page, origin } = get();
    await open();
    const form = `${origin}/form.html?form=ct01&service=temporary-residence&lang=vi&on=2026-11-21`;
    await page.goto(form);
    await at(page, HOW);
    await page.evaluate(`document.querySelector("cancuoc-form").go("section:declarant")`);
    await at(page, "Người kê khai");
    await fill(page, "fullName", "Nguyễn Văn Mẫu");
    await saved(page, "Nguyễn Văn Mẫu");

    await page.goto(form);
    await at(page, HOW);
    assert.equal(
      await page.evaluate(`document.querySelector("cancuoc-form").answers.fullName ?? "nothing"`),
      "nothing",
    );

    await page.goto(`${origin}${START}`);
    const kept = await page.waitFor(`document.querySelector(".kept")?.textContent`, "the form in progress");
    assert.match(kept, /Đăng ký tạm trú.*N\. V\. M\./);
    assert.doesNotMatch(kept, /Nguyễn/);
    await accessible(page, "a form in progress");
    await page.evaluate(`document.querySelector(".kept a").click()`);
    await at(page, "Người kê khai");
    assert.equal(await page.evaluate(`${FORM}.getElementById("f-fullName").value`), "Nguyễn Văn Mẫu");

    await page.goto(`${origin}${START}`);
    await page.waitFor(`document.querySelector(".kept")`, "the form in progress");
    await page.evaluate(`[...document.querySelectorAll(".kept button")].find((b) => b.textContent === "Xóa").click()`);
    await page.evaluate(`document.querySelector(".kept .button.danger").click()`);
    await page.waitFor(`!document.querySelector(".kept")`, "nothing in progress");
    assert.deepEqual(page.problems, []);
  });

  test("larger text is chosen once and kept, without sideways scrolling", async () => {
    const { page, origin } = get();
    await open();
    const size = `parseFloat(getComputedStyle(document.documentElement).fontSize)`;
    const before = await page.evaluate(size);
    await page.evaluate(`document.querySelector(".text-size").click()`);
    await page.evaluate(`document.querySelector(".text-size").click()`);
    assert.ok((await page.evaluate(size)) > before * 1.5);
    await fits(page, "the first page, A++");
    await page.goto(`${origin}/form.html?lang=vi`);
    await at(page, HOW);
    assert.ok((await page.evaluate(size)) > before * 1.5);
    await fits(page, "the form, A++");
    await page.evaluate(`document.querySelector(".text-size").click()`);
    assert.equal(await page.evaluate(size), before);
  });
});
