// What is for those who build a portal: the playground, the gallery, the manual, and the manual's first page done as it
// says.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { ROOT, startsWith } from "../manual.mjs";
import { FORM, accessible, at, fits, press } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";
import { TENANT } from "./tenant.mjs";

const LIVE = `document.querySelector("#live")`;

inEachEngine("for who builds a portal", (get) => {
  const start = async (query = "") => {
    const { page, origin } = get();
    await page.goto(`${origin}/playground.html?lang=vi${query}`);
    await page.waitFor(`document.querySelector("#form")?.options.length > 20`, "the forms to choose from", 60);
    await page.waitFor(`Boolean(${LIVE}.shadowRoot.querySelector("#title"))`, "the form");
    page.problems.length = 0;
    return page;
  };
  /** @param {import("./harness.mjs").Page} page @param {string} id @param {string} value */
  const set = (page, id, value) =>
    page.evaluate(`(() => { const box = document.getElementById("${id}"); box.value = ${JSON.stringify(value)};
      box.dispatchEvent(new Event("change", { bubbles: true })); })()`);
  /** @param {import("./harness.mjs").Page} page @param {string} file */
  const code = (page, file) => page.evaluate(`document.querySelector('[data-file="${file}"]')?.textContent ?? ""`);

  test("the playground: a form, a language, a colour and attributes are tried at once, and stand in the code to copy", async () => {
    const page = await start();
    await set(page, "form", "dc02");
    await page.waitFor(`/DC02/.test(${LIVE}.shadowRoot.textContent)`, "the other form");
    await set(page, "language", "en");
    await set(page, "theme", "dark");
    await set(page, "accent", "#1f4f8f");
    await set(page, "assurance", "wellFormed");
    const looks = await page.evaluate(`getComputedStyle(${LIVE}).getPropertyValue("--cc-accent")`);
    assert.notEqual(looks, "#7ad0c4");
    assert.match(
      await code(page, "index.html"),
      /<cancuoc-form[^>]* form="dc02"[^>]* draft="off"[^>]* min-assurance="wellFormed"[^>]* locale="en"[^>]* theme="dark"/s,
    );
    assert.ok((await code(page, "cancuoc.css")).includes(`--cc-accent: ${looks};`));
    await page.click("#stack-react");
    assert.match(await code(page, "Portal.jsx"), /<CanCuocForm[^>]* minAssurance="wellFormed"/s);
    await page.click("#code .code button");
    await page.waitFor(`document.querySelector("#code [role=status]").textContent`, "what became of copying");
    await fits(page, "the playground");
    assert.deepEqual(page.problems, []);
    // The address hands it on.
    const query = await page.evaluate(`location.search.replace("?lang=vi", "")`);
    await start(query);
    assert.equal(await page.evaluate(`${LIVE}.getAttribute("form")`), "dc02");
    assert.match(await code(page, "Portal.jsx"), /min-?assurance="wellFormed"/i);
  });

  test("the playground: another element has other settings", async () => {
    const page = await start();
    await set(page, "element", "address");
    await set(page, "label", "Nơi ở mới");
    await page.waitFor(`/Nơi ở mới/.test(${LIVE}.shadowRoot.textContent)`, "the label");
    assert.equal(await page.evaluate(`document.getElementById("draft")`), null);
    await page.click("#stack-vue");
    assert.match(await code(page, "Portal.vue"), /<cancuoc-address\n? *label="Nơi ở mới"/);
    assert.deepEqual(page.problems, []);
  });

  test("the gallery: every element comes into every state, and none is too wide for a phone", async () => {
    const { page, origin, engine } = get();
    await page.goto(`${origin}/gallery.html?lang=vi`);
    const shown = (/** @type {string} */ id) =>
      page.waitFor(`document.getElementById("stage").dataset.shown === ${JSON.stringify(id)}`, id, 40);
    await shown("form-how");
    page.problems.length = 0;
    const states = await page.evaluate(`[...document.querySelectorAll("#which option")].map(({ value }) => value)`);
    assert.ok(states.length > 30);
    // One engine comes to all of them, the others to those that differ most.
    for (const id of states) {
      if (engine !== "chromium" && !LOOKED_AT.test(id)) continue;
      await page.evaluate(`void (location.hash = ${JSON.stringify(id)})`);
      await shown(id);
      await fits(page, id);
      if (engine === "chromium" && LOOKED_AT.test(id)) await accessible(page, id);
    }
    // A gallery that shows what it does not say would be worse than none.
    for (const [id, words] of Object.entries(SAYS)) {
      await page.evaluate(`void (location.hash = ${JSON.stringify(id)})`);
      await shown(id);
      await page.waitFor(
        `document.querySelector("#stage > *").shadowRoot.textContent.includes(${JSON.stringify(words)})`,
        `${id}: ${words}`,
      );
    }
    assert.deepEqual(page.problems, []);
  });

  test("the manual is read, searched and left for the demo under the demo's policy, and asks nobody else", async () => {
    const { page, origin, engine } = get();
    page.problems.length = 0;
    /** @type {string[]} */ const strange = [];
    if (engine !== "webkit")
      page.raw.on(
        "request",
        (/** @type {any} */ request) =>
          !request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()) && strange.push(request.url()),
      );
    for (const path of engine === "chromium"
      ? ["vi/", "start.html", "elements.html", "functions/"]
      : ["vi/start.html"]) {
      await page.goto(`${origin}/manual/${path}`);
      await page.waitFor(
        `Boolean(document.querySelector("h1") && document.querySelector("#app").__vue_app__)`,
        "a page that lives",
      );
      await fits(page, path);
      if (engine === "chromium") await accessible(page, `the manual, ${path}`);
    }
    await page.resize(1280, 800);
    await page.click(`.VPSidebar a[href="/manual/security.html"]`);
    await page.waitFor(
      `location.pathname === "/manual/security.html" && /Security/i.test(document.title)`,
      "a page further",
    );
    await page.click(".DocSearch-Button");
    await page.waitFor(`document.querySelector("#localsearch-input")`, "the search");
    await page.type("#localsearch-input", "checkSealed");
    await page.waitFor(`document.querySelector(".results a.result")`, "what was found");
    await page.goto(`${origin}/manual/vi/`);
    await page.click(`.vp-doc a[href$="playground.html"]`);
    await page.waitFor(`location.pathname === "/playground.html"`, "the playground");
    await page.resize(360, 740);
    assert.deepEqual(page.problems, []);
    assert.deepEqual(strange, []);
  });
});

/** What axe looks at: the states that no other test brings it to. */
const LOOKED_AT = /^(form-(differ|refused|sent)|scan-(other|mrz-wrong)|view-changed|address-typed|pieces)$/;

/** Words that only this state has. */
const SAYS = {
  "form-differ": "Nguyễn Văn Mậu",
  "form-errors": "cần sửa",
  "form-done": "Tờ khai đã hoàn tất",
  "form-sent": "TN-2026-0001",
  "form-refused": "Không có chủ hộ nào",
  "form-unknown": "khong-co",
  "scan-other": "không phải của giấy tờ",
  "address-typed": "Phường Cầu Giấy",
  "view-whole": "Nội dung còn nguyên",
  "view-changed": "Nội dung đã bị thay đổi",
};

inEachEngine(
  "start in ten minutes",
  (get) => {
    test("a plain page and a server of Node, as the manual has them: a form is filled in, sealed, checked and gets its receipt", async () => {
      const { page } = get();
      const folder = mkdtempSync(join(tmpdir(), "cancuoc-start-"));
      for (const name of ["index.html", "server.mjs"]) writeFileSync(join(folder, name), startsWith(name)[0]);
      mkdirSync(join(folder, "node_modules"));
      symlinkSync(join(ROOT, "pkg"), join(folder, "node_modules", "cancuoc"));
      const port = await freePort();
      const environment = { ...process.env, PORT: String(port) };
      const server = spawn(process.execPath, ["server.mjs"], { cwd: folder, env: environment, stdio: "inherit" });
      try {
        const origin = `http://localhost:${port}`;
        await answering(origin);
        assert.equal((await fetch(`${origin}/cancuoc/../server.mjs`)).headers.get("content-type"), HTML);
        await page.goto(origin);
        await page.waitFor(`Boolean(${FORM}?.querySelector("#title"))`, "the form", 60);
        const day = (/** @type {number} */ later) =>
          new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
        const answers = { ...TENANT, stayFrom: day(1), stayUntil: day(200) };
        await page.evaluate(
          `void (document.querySelector("cancuoc-form").answers = ${JSON.stringify(answers)},
            document.querySelector("cancuoc-form").go("review"))`,
        );
        await at(page, "Kiểm tra lại trước khi hoàn tất");
        await press(page, "Hoàn tất");
        await page.waitFor(`/TN-1/.test(${FORM}.textContent)`, "the receipt of the server");
        const refused = await fetch(`${origin}/ho-so`, { method: "POST", body: "{}" });
        assert.equal(refused.status, 422);
        assert.equal((await refused.json()).ok, false);
      } finally {
        server.kill();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
  { engines: ["chromium"] },
);

const HTML = "text/html; charset=utf-8";

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "localhost", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => done(port));
    });
  });
}

/** Until somebody answers. @param {string} origin */
async function answering(origin) {
  for (const end = Date.now() + 60_000; ;) {
    const answer = await fetch(origin).catch(() => undefined);
    if (answer) return;
    if (Date.now() > end) throw new Error("the server does not start");
    await new Promise((done) => setTimeout(done, 100));
  }
}
