// The desk: one citizen after another, and nothing of them stays.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import initSheet, { readSheet } from "cancuoc/sheet";

import { FORM, accessible, at, choosePhoto, fits, press } from "./form-page.mjs";
import { keepDownloads } from "./downloads.mjs";
import { inEachEngine } from "./harness.mjs";

const DESK = "/desk.html?lang=vi&on=2026-11-21&quiet";

/** Everything that a page can keep, as one text: DOM with shadow trees, stores, caches, history, title. */
const TRACES = `(async () => {
  const tree = (root) => [...root.querySelectorAll("*")].map((e) => [...e.attributes].map((a) => a.value)
    .join(" ") + " " + (e.value ?? "") + " " + (e.shadowRoot ? tree(e.shadowRoot) + e.shadowRoot.textContent :
      "")).join(" ");
  const out = [document.title, location.href, document.documentElement.textContent, tree(document),
    JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie,
      JSON.stringify(history.state), globalThis.name];
  for (const { name } of await (indexedDB.databases?.() ?? [])) {
    const database = await new Promise((done, no) => { const r = indexedDB.open(name);
      r.onsuccess = () => done(r.result); r.onerror = no; });
    for (const store of database.objectStoreNames) {
      const all = await new Promise((done) => { const r = database.transaction(store).objectStore(store).getAll();
        r.onsuccess = () => done(r.result); });
      out.push(...all.map((each) => JSON.stringify(each) + (each?.data ? new TextDecoder().decode(each.data) : "")));
    }
    database.close();
  }
  for (const name of globalThis.caches ? await caches.keys() : []) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) out.push(request.url);
  }
  return out.join("\\n");
})()`;

/** @param {import("./harness.mjs").Page} page */
async function seat(page) {
  await page.waitFor(
    `Boolean(document.querySelector(".service")) && !document.querySelector("aside[aria-busy]")`,
    "the services, and who was kept",
  );
  await page.evaluate(
    `(() => { const box = document.getElementById("find"); box.value = "thuong tru";
      box.dispatchEvent(new Event("input")); if (!document.querySelector(".service")) { box.value = "";
        box.dispatchEvent(new Event("input")); } })()`,
  );
  await page.evaluate(
    `[...document.querySelectorAll(".service")].find((e) => /Có tờ khai/.test(e.textContent)).click()`,
  );
  await page.waitFor(
    `[...document.querySelectorAll("button")].some((e) => e.textContent === "Làm tờ khai")`,
    "the papers",
  );
}

/** @param {import("./harness.mjs").Page} page */
async function readCard(page) {
  await page.evaluate(`[...document.querySelectorAll("button")].find((e) => e.textContent === "Làm tờ khai").click()`);
  await page.waitFor(`Boolean(${FORM}?.querySelector("#title"))`, "the form");
  await press(page, "Quét mã QR");
  await at(page, "Đọc thẻ");
  await choosePhoto(page, "front-2021-straight.jpg");
  await at(page, "Thông tin đọc từ thẻ");
}

inEachEngine("the desk", (get) => {
  before(() => initSheet());

  test("“Người tiếp theo” wipes everything of a citizen, and the tally has no personal data", async () => {
    const { page, origin, engine } = get();
    await page.goto(`${origin}${DESK}`);
    await page.evaluate(`localStorage.clear(), sessionStorage.clear()`);
    await page.goto(`${origin}${DESK}`);
    await page.waitFor(`Boolean(document.querySelector(".service"))`, "the services");
    page.problems.length = 0;
    await accessible(page, "the services");
    await fits(page, "the services");
    await page.screenshot(`desk-${engine}-services`);
    await seat(page);
    await accessible(page, "the papers");
    await page.screenshot(`desk-${engine}-papers`);
    await readCard(page);
    const [name, pin] = await page.evaluate(
      `((p) => [p.fullName, p.pin])(document.querySelector("cancuoc-form").flow.identity.person)`,
    );
    const before = await page.evaluate(TRACES);
    assert.ok(before.includes(name), "while the citizen sits there, the name is on the page");
    await page.evaluate(`(globalThis.old = true)`);
    const leave = (/** @type {string} */ words) =>
      page.evaluate(
        `[...document.querySelectorAll("#leaving button")].find((own) => own.textContent === "${words}").click()`,
      );
    const sees = () => page.evaluate(`document.querySelector("cancuoc-form").getClientRects().length > 0`);
    await page.click("#next");
    assert.match(await page.evaluate(`document.getElementById("leaving").textContent`), /chưa hoàn tất/);
    await accessible(page, "the question before a wipe");
    await leave("Quay lại tờ khai");
    assert.ok(await sees(), "nothing is wiped without an answer");
    await page.click("#next");
    await leave("Xóa, gọi người tiếp theo");
    assert.ok(!(await sees()), "the form is out of sight at once");
    await leave("Hoàn tác");
    assert.ok(await sees(), "and back again");
    assert.equal(
      await page.evaluate(`document.querySelector("cancuoc-form").flow.identity.person.pin`),
      pin,
      "with all that was read",
    );
    await page.click("#next");
    await leave("Xóa, gọi người tiếp theo");
    await page.waitFor(`!globalThis.old && Boolean(document.querySelector(".service"))`, "the next citizen's page");
    const after = await page.evaluate(TRACES);
    for (const secret of [name, name.toUpperCase(), pin, pin.replace(/(\d{3})(?=\d)/g, "$1\u00a0"), pin.slice(3)])
      assert.ok(!after.includes(secret), `${secret.length} characters of the citizen are still there`);
    const tally = await page.evaluate(`localStorage.getItem("cancuoc.tally")`);
    assert.match(tally, /"outcome":"left"/);
    assert.deepEqual(Object.keys(JSON.parse(tally)[0]).sort(), [
      "day",
      "findings",
      "hour",
      "minutes",
      "outcome",
      "service",
    ]);
    assert.deepEqual(page.problems, []);
  });

  test("closing the page, or going elsewhere, leaves nothing of a citizen behind", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}${DESK}`);
    await seat(page);
    await readCard(page);
    const [name, pin] = await page.evaluate(
      `((p) => [p.fullName, p.pin])(document.querySelector("cancuoc-form").flow.identity.person)`,
    );
    await page.goto(`${origin}/receive.html`);
    await page.goto(`${origin}${DESK}`);
    await page.waitFor(`Boolean(document.querySelector(".service"))`, "the services");
    const left = await page.evaluate(TRACES);
    for (const secret of [name, name.toUpperCase(), pin, pin.slice(3)])
      assert.ok(!left.includes(secret), `${secret.length} characters of the citizen are still there`);
    assert.deepEqual(page.problems, []);
  });

  test("the browser's own history of forms is asked to keep nothing", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}${DESK}`);
    await seat(page);
    await page.evaluate(
      `[...document.querySelectorAll("button")].find((e) => e.textContent === "Làm tờ khai").click()`,
    );
    await page.waitFor(`Boolean(${FORM}?.querySelector("#title"))`, "the form");
    await press(page, "Tự gõ vào tờ khai");
    await page.waitFor(`${FORM}.querySelectorAll("[autocomplete]").length > 3`, "the fields");
    const asked = await page.evaluate(
      `[...new Set([...${FORM}.querySelectorAll("[autocomplete]")].map((box) => box.getAttribute("autocomplete")))]`,
    );
    assert.deepEqual(asked, ["off"]);
  });

  test("after a time without a touch the desk wipes by itself", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}${DESK}&idle=0.1`);
    // Somebody is at the desk until the papers are shown.
    await page.evaluate(`void (globalThis.touching = setInterval(() => dispatchEvent(new Event("reading")), 200))`);
    await seat(page);
    await page.evaluate(`(clearInterval(globalThis.touching), (globalThis.old = true))`);
    await page.waitFor(
      `document.querySelector(".update:not([hidden])")?.textContent.includes("sắp được xóa") || !globalThis.old`,
      "a warning",
    );
    await page.waitFor(`!globalThis.old && Boolean(document.querySelector(".service"))`, "wiped");
  });

  test("the tally is summed by day, week and month, printed and taken as a workbook; clearing it asks first", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}${DESK}`);
    await page.waitFor(`Boolean(document.querySelector("#tally"))`, "the desk");
    const service = await page.evaluate(`import("/pkg/index.js").then(({ listServices }) => {
      const [{ id, title }] = listServices({ on: "2026-11-21" });
      const day = (back) => { const d = new Date(); d.setDate(d.getDate() - back);
        return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, "0")).join("-"); };
      localStorage.setItem("cancuoc.tally", JSON.stringify([
        { day: day(0), hour: 8, service: id, outcome: "sealed", minutes: 7, findings: {} },
        { day: day(0), hour: 9, service: id, outcome: "left", minutes: 3, findings: {} },
        { day: day(400), hour: 9, service: id, outcome: "sealed", minutes: 9, findings: {} }]));
      return title;
    })`);
    await page.goto(`${origin}${DESK}`);
    await page.waitFor(`document.querySelector("#tally .sum")?.textContent === "1 / 2"`, "today's sum");
    assert.match(await page.evaluate(`document.querySelector("#tally .periods").textContent`), /Tháng này: 1 \/ 2/);
    await keepDownloads(page);
    await page.evaluate(`(() => {
      window.print = () => (window.printed = document.getElementById("tally-report").textContent);
      document.getElementById("point").value = "Nhà văn hóa thôn Mẫu";
    })()`);
    const press = (/** @type {string} */ words) =>
      page.evaluate(
        `[...document.querySelectorAll("#tally button")].find((own) => own.textContent === "${words}").click()`,
      );
    await press("In tổng kết");
    const report = await page.evaluate(`window.printed`);
    assert.ok(
      report.includes(service) && report.includes("Nhà văn hóa thôn Mẫu") && report.includes("Cộng2110"),
      report,
    );
    await press("Tải tổng kết (.xlsx)");
    await page.waitFor(`saved.length > 0 && /^tong-ket-.*xlsx$/.test(saved.name)`, "the workbook");
    const bytes = await page.evaluate(`saved.at(-1).arrayBuffer().then((all) => [...new Uint8Array(all)])`);
    const { sheets } = readSheet(Uint8Array.from(bytes));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ["Hôm nay", "Tuần này", "Tháng này", "Tháng trước"],
    );
    assert.deepEqual(sheets[0]?.rows.slice(5), [
      [service, 2, 1, 10],
      ["Cộng", 2, 1, 10],
    ]);
    await press("Xóa tổng kết");
    await press("Giữ lại");
    assert.ok(await page.evaluate(`localStorage.getItem("cancuoc.tally")`));
    await press("Xóa tổng kết");
    await press("Xóa hẳn");
    assert.equal(await page.evaluate(`localStorage.getItem("cancuoc.tally")`), null);
    await page.evaluate(`localStorage.removeItem("cancuoc.point")`);
  });

  test("a form goes to the citizen's phone by parts, in any order", async () => {
    const { page, origin } = get();
    await page.goto(`${origin}/receive.html`);
    const back = await page.evaluate(`import("/desk/code-parts.js").then(async ({ splitForCodes, CodeCollector }) => {
      const application = { form: "ct01", answers: { fullName: "Nguyễn Văn Mẫu", noise: Array.from(
        { length: 400 }, (_, i) => (i * 7919) % 9973) } };
      const parts = await splitForCodes(application);
      const other = new CodeCollector();
      for (const part of [...parts].reverse()) other.add(part);
      other.add(parts[0]);
      const same = JSON.stringify(await other.value()) === JSON.stringify(application);
      const torn = new CodeCollector();
      for (const part of parts) { const copy = part.slice(); copy[copy.length - 1] ^= 1; torn.add(copy); }
      const refused = await torn.value().then(() => false, () => true);
      const junk = new CodeCollector().add(new TextEncoder().encode("https://example.org"));
      return { count: parts.length, same, refused, junk };
    })`);
    assert.ok(back.count > 1);
    assert.deepEqual({ ...back, count: 0 }, { count: 0, same: true, refused: true, junk: false });
    await accessible(page, "receive.html");
    await fits(page, "receive.html");
  });
});
