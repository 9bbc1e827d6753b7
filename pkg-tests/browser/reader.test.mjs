// "Đọc chip" on the check page and the desk, in three engines: an app's bridge (a stand-in for it, put before the
// page's scripts) that carries the commands to the emulated chip of the Rust tests.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, beforeEach, test } from "node:test";

import { server } from "../../www/serve.mjs";
import { Emulator } from "../emulator.mjs";
import { inEachEngine } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const www = new URL("../../www/", import.meta.url);
/** The mint's person, as the card's QR code has her; the expiry is computed by law. */
const CARD = "001199000015|012345678|Nguyễn Thị Mẫu|01021999|Nữ|Thôn Mẫu, Xã Mẫu, Thái Bình|01072022";

/** As Android's `addWebMessageListener` has it. */
const BRIDGE = `(() => {
  const listeners = [];
  window.cancuocCard = {
    postMessage: (text) => fetch("/card", { method: "POST", body: text }).then((reply) => reply.text())
      .then((data) => listeners.forEach((listener) => listener({ data }))),
    addEventListener: (type, listener) => listeners.push(listener),
  };
})();`;

/** @type {Emulator} */ let card;
/** What the bridge answers in place of the card. @type {Record<string, object>} */ let instead = {};
/** @type {string[]} */ let asked = [];
let origin = "";
/** @type {import("node:http").Server} */ let http;

before(async () => {
  card = new Emulator();
  const site = server();
  http = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/card") void reply(request, response);
    else if (pathname === "/bridge.js") response.writeHead(200, { "Content-Type": "text/javascript" }).end(BRIDGE);
    else if (/^\/(check|desk)\.html$/.test(pathname)) {
      // The headers of the site, its page with the bridge in front.
      const page = readFileSync(new URL(`.${pathname}`, www), "utf8");
      const body = Buffer.from(page.replace("<head>", '<head><script src="/bridge.js"></script>'));
      site.emit(
        "request",
        { url: pathname, method: "HEAD", headers: {} },
        {
          writeHead: (/** @type {number} */ status, /** @type {Record<string, string>} */ headers) => {
            delete headers["ETag"];
            response.writeHead(status, { ...headers, "Content-Length": String(body.length) });
          },
          end: () => response.end(body),
        },
      );
    } else site.emit("request", request, response);
  });
  await new Promise((done) => http.listen(0, "localhost", () => done(undefined)));
  origin = `http://localhost:${/** @type {any} */ (http.address()).port}`;
});
after(() => {
  card.close();
  http.closeAllConnections();
  http.close();
});
beforeEach(async () => {
  instead = {};
  asked = [];
  await card.card();
});

/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
async function reply(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { id, do: what, apdu } = JSON.parse(Buffer.concat(chunks).toString());
  asked.push(what);
  const said = instead[what] ?? (await granted(what, apdu));
  response.writeHead(200, { "Content-Type": "text/plain" }).end(JSON.stringify({ id, ...said }));
}

/** @param {string} what @param {string} apdu */
async function granted(what, apdu) {
  if (what === "open") {
    await card.tap();
    return { ok: { maxCommand: 261, maxAnswer: 258 } };
  }
  if (what !== "transmit") return { ok: {} };
  const answer = await card.answer(Buffer.from(apdu, "hex"));
  return answer ? { ok: { apdu: Buffer.from(answer).toString("hex") } } : { error: "lost" };
}

const papers = "document.querySelectorAll('.papers > li').length";
const panel = "document.querySelector('#read-chip')";
const words = `${panel}.textContent`;
const ready = `${panel}.querySelector('#chip-read')`;
/** As the scanning element hands a reading over. */
const scanned = `import("/pkg/index.js").then(({ readQr }) => {
  document.querySelector("cancuoc-scan")
    .dispatchEvent(new CustomEvent("reading", { detail: readQr(${JSON.stringify(CARD)}, { on: "2026-06-01" }) }));
  return true; })`;

inEachEngine("reading the chip", (get) => {
  /** @param {import("./harness.mjs").Page} page */
  async function open(page) {
    await page.goto(`${origin}/check.html?on=2026-06-01`);
    await page.waitFor(`document.querySelector('#papers h2') && ${ready}`);
  }

  test("the key comes from the QR code, the chip is read, and both stand beside each other", async () => {
    const { page, engine } = get();
    await open(page);
    await page.evaluate(scanned);
    await page.waitFor(`${papers} === 1`);
    assert.deepEqual(
      await page.evaluate(`['number', 'birth', 'expiry'].map((name) => document.querySelector('#chip-' + name).value)`),
      ["001199000015", "01/02/1999", "01/02/2039"],
    );
    await page.evaluate(`document.querySelector("#read-chip").scrollIntoView()`);
    await page.screenshot(`read-chip-${engine}-1`);
    await page.click("#chip-read");
    await page.waitFor(`${papers} === 2`);
    await page.waitFor(ready);
    assert.match(await page.evaluate(words), /Đã đọc chip: dữ liệu nguyên vẹn\. Chưa có chứng thư gốc/);
    assert.match(await page.evaluate("document.querySelector('#papers').textContent"), /Chip của thẻ/);
    assert.match(await page.evaluate("document.querySelector('.compare').textContent"), /Trần Thị Mẹ/);
    assert.equal(asked.filter((what) => what === "open").length, 1);
    assert.equal(asked.at(-1), "close");
    // All of the usual files are 51 commands (pkg-tests/node/reader.test.mjs); the portrait is left on the card.
    assert.equal((await card.state()).commands, 38);
    await page.evaluate(`document.querySelector("#read-chip").scrollIntoView()`);
    await page.screenshot(`read-chip-${engine}-2`);
    const low = await page.evaluate(`[...document.querySelectorAll("#read-chip :is(input[type=text], button)")]
      .filter((box) => box.offsetParent && box.getBoundingClientRect().height < 44).map(({ id }) => id)`);
    assert.deepEqual(low, []);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    await page.evaluate(`(() => { ${axe}
 return true; })()`);
    const found = await page.evaluate(
      "axe.run('#read-chip', { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] }).then((r) => r.violations.map((v) => " +
        "v.id + ' ' + v.nodes[0].html.slice(0, 120)))",
    );
    assert.deepEqual(found, []);
    await page.click("#papers .danger");
    await page.waitFor(`${papers} === 0`);
    assert.deepEqual(
      await page.evaluate(`[...document.querySelectorAll("#read-chip input")].map(({ value, checked }) =>
        checked || value).filter((value) => value && value !== "on")`),
      [],
    );
    assert.doesNotMatch(await page.evaluate("document.body.textContent"), /199000015|Trần Thị Mẹ/);
    assert.deepEqual(page.problems, []);
  });

  test("a wrong key is tried once, is said in words, and after two a person confirms", async () => {
    const { page, engine } = get();
    await open(page);
    await page.click("#chip-read");
    assert.match(await page.evaluate(words), /Số định danh có 12 chữ số/);
    await page.type("#chip-number", "001 199 000 015");
    await page.type("#chip-birth", "2/2/1999");
    await page.click("#chip-read");
    assert.match(await page.evaluate(words), /Gõ ngày hết hạn/);
    await page.type("#chip-expiry", "01/02/2039");
    assert.deepEqual(asked, []);
    for (const tries of [1, 2]) {
      await page.click("#chip-read");
      await page.waitFor(`${ready} && /Thẻ không nhận số thẻ và hai ngày này/.test(${words})`);
      assert.equal(asked.filter((what) => what === "open").length, tries);
      assert.deepEqual((await card.state()).tries, tries);
    }
    await page.evaluate(`document.querySelector("#read-chip").scrollIntoView()`);
    await page.screenshot(`read-chip-${engine}-3`);
    await page.click("#chip-read");
    await page.waitFor(`/Đã sai hai lần liền/.test(${words})`);
    assert.equal((await card.state()).tries, 2);
    await page.evaluate("document.querySelector('#chip-birth').value = '01021999'");
    await page.click("#chip-confirm");
    await page.click("#chip-read");
    await page.waitFor(`${papers} === 1`);
    assert.deepEqual(page.problems, []);
  });

  test("a card that leaves is read on, another one is not taken for it, a blocked one is left alone", async () => {
    const { page } = get();
    await open(page);
    await page.evaluate(scanned);
    await card.faults([["LostAt", 30]]);
    await page.click("#chip-read");
    await page.waitFor(`${ready} && /Thẻ đã rời khỏi đầu đọc. Áp thẻ lại/.test(${words})`);
    assert.match(await page.evaluate(`${ready}.textContent`), /Đọc tiếp/);
    const before = asked.length;
    await card.card({ fixture: "cam" });
    await page.click("#chip-read");
    await page.waitFor(`${ready} && /Đây không phải thẻ đang đọc dở/.test(${words})`);
    await card.card({ faults: [["WrongKey", 0x6983]] });
    await page.evaluate("document.querySelector('#chip-birth').value = '02/02/1999'");
    await page.click("#chip-read");
    await page.waitFor(`${ready} && /Thẻ đang khoá/.test(${words})`);
    assert.ok(before > 20);
    assert.equal(await page.evaluate(papers), 1);
    assert.deepEqual(page.problems, []);
  });

  test("reading can be stopped, and what a bridge says has its words", async () => {
    const { page, engine } = get();
    await open(page);
    await page.evaluate(scanned);
    for (const [error, said] of [
      ["denied", "Chưa được phép dùng đầu đọc thẻ"],
      ["busy", "Một trang khác đang dùng đầu đọc"],
      ["absent", "Không thấy đầu đọc thẻ"],
      ["off", "NFC đang tắt"],
      ["timeout", "Chưa thấy thẻ"],
      ["nonsense", "Mất liên lạc với đầu đọc thẻ"],
    ]) {
      instead = { open: { error } };
      await page.click("#chip-read");
      await page.waitFor(`${ready} && ${words}.includes(${JSON.stringify(said)})`);
    }
    // An answer that never comes: the request has another id.
    instead = { transmit: { id: 0 } };
    await page.click("#chip-read");
    await page.waitFor(`${panel}.querySelector('#chip-stop') && /Đã thấy thẻ/.test(${words})`);
    await page.screenshot(`read-chip-${engine}-4`);
    await page.click("#chip-stop");
    await page.waitFor(`${ready} && /Đã dừng đọc thẻ/.test(${words})`);
    assert.deepEqual(page.problems, []);
  });

  test("at the desk the chip's reading goes into the form", async () => {
    const { page } = get();
    await page.goto(`${origin}/desk.html?on=2026-06-01`);
    await page.waitFor("Boolean(document.querySelector('.service'))");
    const press = (/** @type {string} */ which, /** @type {string} */ words) =>
      page.evaluate(`(() => { [...document.querySelectorAll("${which}")].find((button) =>
        button.textContent.includes("${words}")).click(); return true; })()`);
    await press(".service", "Có tờ khai");
    await page.waitFor("[...document.querySelectorAll('button')].some((b) => b.textContent === 'Làm tờ khai')");
    await press("button", "Làm tờ khai");
    await page.waitFor(`${ready} && document.querySelector('cancuoc-form')?.flow`);
    await page.type("#chip-number", "001199000015");
    await page.type("#chip-birth", "01/02/1999");
    await page.type("#chip-expiry", "01/02/2039");
    await page.click("#chip-read");
    await page.waitFor("document.querySelector('cancuoc-form').flow?.state.readings.length === 1");
    assert.deepEqual(
      await page.evaluate(
        `(({ source, person }) => [source, person.pin])(document.querySelector('cancuoc-form').flow.state.readings[0])`,
      ),
      ["chip", "001199000015"],
    );
    assert.equal(await page.evaluate("document.querySelector('cancuoc-form').step"), "read");
    assert.deepEqual(page.problems, []);
  });

  test("without a bridge there is no panel", async () => {
    const { page, origin: plain } = get();
    await page.goto(`${plain}/check.html`);
    await page.waitFor("document.querySelector('#papers h2')");
    assert.equal(await page.evaluate(`${panel} === null`), true);
  });
});
