// As portals and phones are: a frame of another origin, another element's shadow tree, a page without HTTPS, a full
// disk, a turned phone.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";

import { HEADERS } from "../../www/serve.mjs";
import { FORM, accessible, at, card, choosePhoto, fill, fits, open, press, text } from "./form-page.mjs";
import { PLAIN_HTTP, inEachEngine, serve } from "./harness.mjs";

const PAGE = "/form.html?lang=vi&on=2026-11-21";
const SCAN = `${FORM}.querySelector("cancuoc-scan").shadowRoot`;

inEachEngine(
  "in a portal's frame",
  (get) => {
    test('with allow="camera" the card is read there; without it, the words say what to do', async () => {
      const { page } = get();
      const framed = await serve({
        headers: {
          "Content-Security-Policy": HEADERS["Content-Security-Policy"].replace(
            "frame-ancestors 'self'",
            "frame-ancestors http://localhost:*",
          ),
        },
      });
      const portal = await host(
        (allow) =>
          `<!doctype html><title>Cổng</title><iframe ${allow} width="360" height="640"
            src="${framed.origin}${PAGE}${allow ? "" : "&form=dc02"}"></iframe>`,
      );
      try {
        for (const allowed of [true, false]) {
          await page.goto(`${portal.origin}/${allowed ? "allowed" : "bare"}`);
          const frame = await inFrame(page, framed.origin);
          await frame.waitForFunction(`customElements.get("cancuoc-scan") && ${FORM}?.querySelector(".choice")`);
          await frame.evaluate(`${FORM}.querySelector(".choice").click()`);
          await frame.waitForFunction(
            `[...(${FORM}.querySelector("cancuoc-scan")?.shadowRoot.querySelectorAll("button") ?? [])].some((b) =>
              b.textContent.includes("Quét mã QR trên thẻ"))`,
          );
          await frame.evaluate(
            `[...${SCAN}.querySelectorAll("button")].find((b) => b.textContent.includes("Quét mã QR trên thẻ"))
              .click()`,
          );
          if (allowed)
            await frame.waitForFunction(`/Thông tin đọc từ thẻ/.test(${FORM}.querySelector("#title").textContent)`);
          else
            await frame.waitForFunction(`/allow="camera"/.test(${SCAN}.querySelector('[role="alert"]')?.textContent)`);
        }
      } finally {
        await framed.close();
        await portal.close();
      }
    });
  },
  { engines: ["chromium"], camera: card("camera.mjpeg") },
); // Only Chromium's fake camera plays a film of a card.

inEachEngine(
  "without HTTPS",
  (get) => {
    test("the camera's words name the way, and a photo is read all the same", async () => {
      const { page, origin } = get();
      await page.goto(`${origin.replace("localhost", PLAIN_HTTP)}${PAGE}`);
      await page.waitFor(`Boolean(${FORM}?.querySelector("#title"))`, "the form");
      assert.equal(await page.evaluate(`isSecureContext`), false);
      await press(page, "Quét mã QR");
      await at(page, "Đọc thẻ");
      await press(page, "Quét mã QR trên thẻ", "cancuoc-form >>> cancuoc-scan");
      await page.waitFor(`/https:/.test(${SCAN}.querySelector('[role="alert"]')?.textContent)`, "words about HTTPS");
      await choosePhoto(page, "front-2021-straight.jpg");
      await at(page, "Thông tin đọc từ thẻ");
      assert.match(await text(page), /Nguyễn Văn Mẫu/);
      // Chromium says that it heeds the header Cross-Origin-Opener-Policy over HTTPS only.
      assert.deepEqual(
        page.problems.filter((problem) => !problem.includes("Cross-Origin-Opener-Policy")),
        [],
      );
    });
  },
  { engines: ["chromium", "firefox"] },
); // WebKitGTK cannot be told another name for this machine.

inEachEngine("in another element's shadow tree", (get) => {
  test("the form works, its summary takes the focus, and its links lead to the fields", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await page.evaluate(`(async () => {
      document.querySelector("cancuoc-form").remove();
      const outer = document.createElement("portal-page"); document.querySelector("main").append(outer);
      const form = document.createElement("cancuoc-form");
      form.setAttribute("form", "ct01"); form.setAttribute("draft", "off"); form.setAttribute("on", "2026-11-21");
      outer.attachShadow({ mode: "open" }).append(form);
      await form.loaded;
      globalThis.inner = form.shadowRoot;
    })()`);
    const host = "portal-page >>> cancuoc-form";
    await press(page, "Tự gõ vào tờ khai", host);
    await page.waitFor(
      `globalThis.inner.querySelector("#title").textContent === "Nội dung đề nghị"`,
      "the first section",
    );
    await press(page, "Tiếp tục", host);
    await page.waitFor(
      `globalThis.inner.activeElement?.matches(".summary, [role=alert], [tabindex='-1']")`,
      "the focused summary",
    );
    const asked = await page.evaluate(
      `(() => { const link = globalThis.inner.querySelector(".step a[href], .step button.link, [part=summary] a");
        link.click(); return link.textContent; })()`,
    );
    assert.ok(asked.length > 5);
    await page.waitFor(
      `/^f-/.test(globalThis.inner.activeElement?.id)`,
      "the field of the first problem has the focus",
    );
    await page.type(`${host} >>> [id="f-to"]`, "Công an phường Mẫu");
    assert.equal(
      await page.evaluate(`document.querySelector("portal-page").shadowRoot.querySelector("cancuoc-form").answers.to`),
      "Công an phường Mẫu",
    );
    assert.deepEqual(page.problems, []);
  });
});

inEachEngine("a phone", (get) => {
  test("whose storage is full keeps what was typed on the page, and says that it is not kept", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await page.evaluate(
      `(IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }, true)`,
    );
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await fill(page, "to", "Công an phường Mẫu");
    await page.waitFor(`/không cho lưu tờ khai đang làm/.test(${FORM}.textContent)`, "words about the draft");
    assert.equal(await page.evaluate(`${FORM}.getElementById("f-to").value`), "Công an phường Mẫu");
    assert.deepEqual(page.problems, []);
  });

  test("that is turned keeps the page, the words and the focus, and fits", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await fill(page, "to", "Công an phường Mẫu");
    try {
      await page.resize(740, 360);
      await fits(page, "the form, turned");
      assert.equal(await page.evaluate(`${FORM}.activeElement.id`), "f-to");
      assert.equal(await page.evaluate(`${FORM}.getElementById("f-to").value`), "Công an phường Mẫu");
    } finally {
      await page.resize(360, 740);
    }
    await fits(page, "the form, turned back");
    await at(page, "Nội dung đề nghị");
    assert.deepEqual(page.problems, []);
  });

  test("gets today's communes while an address is written, by keyboard", async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await press(page, "Đăng ký tạm trú");
    await press(page, "Ghi địa chỉ trên một dòng");
    await page.type(`cancuoc-form >>> [id="f-newAddress"]`, "Số 2 phố Mẫu, ba dinh");
    const list = `${FORM}.getElementById("f-newAddress-units")`;
    await page.waitFor(
      `!${list}.hidden && [...${list}.children].some((o) => /Ba Đình/.test(o.textContent))`,
      "Ba Đình among the suggestions",
    );
    await accessible(page, "with suggestions");
    await page.press("ArrowDown");
    await page.waitFor(
      `${FORM}.getElementById("f-newAddress").getAttribute("aria-activedescendant")`,
      "an active suggestion",
    );
    await page.press("Enter");
    await page.waitFor(
      `/^Số 2 phố Mẫu, (Phường|Xã) .+, (Thành phố|Tỉnh|TP) ?.+/i.test(document.querySelector("cancuoc-form")
        .answers.newAddress)`,
      "the picked commune",
    );
    assert.deepEqual(page.problems, []);
  });
});

/** A portal of another origin. @param {(attribute: string) => string} body */
async function host(body) {
  const http = createServer(
    (request, response) =>
      void response
        .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
        .end(body(request.url === "/allowed" ? 'allow="camera"' : "")),
  );
  await new Promise((done) => http.listen(0, "localhost", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (http.address());
  return {
    origin: `http://localhost:${port}`,
    close: () => new Promise((done) => (http.closeAllConnections(), http.close(done))),
  };
}

/** @param {import("./harness.mjs").Page} page @param {string} origin */
async function inFrame(page, origin) {
  for (let tries = 0; tries < 100; tries += 1) {
    const frame = page.raw.frames().find((/** @type {any} */ each) => each.url().startsWith(origin));
    if (frame) return frame;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the frame did not load");
}
