// Drafts in IndexedDB: forgotten after their time, not opened without their key, deleted when that is asked for.

import assert from "node:assert/strict";
import { test } from "node:test";

import { at, fill, open, press, reload, saved } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

const PAGE = "/form.html?lang=vi&on=2026-11-21";

inEachEngine("drafts", (get) => {
  /** In the open database, as `database`. @param {string} source */
  const stored = (source) =>
    get().page.evaluate(`(async () => {
      const settled = (request) => new Promise((done, no) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => no(request.error);
      });
      const database = await settled(indexedDB.open("cancuoc", 1));
      const store = (name) => database.transaction(name, "readwrite").objectStore(name);
      try { ${source} } finally { database.close(); }
    })()`);
  const names = () => stored(`return settled(store("drafts").getAllKeys());`);
  /** Types one answer and waits for the draft. */
  const typed = async () => {
    const { page, origin } = get();
    await open(page, origin, PAGE);
    await press(page, "Tự gõ vào tờ khai");
    await at(page, "Nội dung đề nghị");
    await fill(page, "to", "Công an phường Mẫu");
    await saved(page, "Công an phường Mẫu");
    const kept = await names();
    assert.equal(kept.length, 1);
    assert.match(kept[0], /^ct01\|form\|\d+$/);
    return kept[0];
  };
  const again = () => reload(get().page);
  const answer = () => get().page.evaluate(`document.querySelector("cancuoc-form").answers.to ?? "none"`);

  test("whose time is over are deleted when any form is opened, the others stay", async () => {
    const kept = await typed();
    await stored(`
      await settled(store("drafts").put({ expires: Date.now() - 1 }, "tk01|"));
      await settled(store("drafts").put({ expires: "never" }, "dc02|"));
      await settled(store("drafts").put({ expires: Date.now() + 60000 }, "khai-sinh|"));`);
    await again();
    assert.equal(await answer(), "Công an phường Mẫu");
    assert.deepEqual(await names(), [kept, "khai-sinh|"]);
  });

  test("that cannot be decrypted any more are deleted, and the form begins anew", async () => {
    await typed();
    await stored(`await settled(store("keys").clear());`);
    await again();
    assert.equal(await answer(), "none");
    assert.deepEqual(await names(), []);
  });

  test("are deleted when the person says so", async () => {
    await typed();
    await get().page.evaluate(`document.querySelector("cancuoc-form").startAgain()`);
    assert.deepEqual(await names(), []);
    assert.equal(await answer(), "none");
  });

  /** Chooses a file where drafts are imported, and waits for what comes of it. @param {unknown} draft */
  const imported = (draft) =>
    get().page.evaluate(`(async () => {
      const form = document.querySelector("cancuoc-form");
      const box = form.shadowRoot.querySelector("#draft-file");
      const files = new DataTransfer();
      files.items.add(new File([${JSON.stringify(JSON.stringify(draft))}], "draft.json"));
      box.files = files.files;
      const refused = () => /không phải tờ khai đang làm/.test(form.shadowRoot.textContent);
      const came = new Promise((done) => form.addEventListener("step", done, { once: true }));
      const said = new Promise((done) => {
        new MutationObserver(() => refused() && done()).observe(form.shadowRoot, { childList: true, subtree: true });
      });
      box.dispatchEvent(new Event("change"));
      await Promise.race([came, said]);
      return { step: form.step, refused: refused(),
        sealed: form.sealed ?? "none", assurance: form.flow.state.assurance };
    })()`);
  /** @param {any} state */
  const file = (state) => ({ cancuocDraft: 1, form: "ct01", state });

  test("that are hostile are refused, and the form opens again after a reload", async () => {
    for (const state of [
      { step: "differ", answers: {}, conflicts: [null] },
      { step: "how", answers: { members: [null] } },
      { step: "read", answers: {}, readings: [{ source: "qr", person: { fullName: {} } }] },
    ]) {
      await typed();
      assert.deepEqual((await imported(file(state))).refused, true);
      await again();
      assert.equal(await answer(), "Công an phường Mẫu");
    }
  });

  test("of a file bring answers along, and neither a seal nor evidence", async () => {
    await typed();
    const sealed = {
      form: "ct01",
      answers: { fullName: "X" },
      digest: { algorithm: "SHA-256", value: "0".repeat(64) },
    };
    const came = await imported(
      file({ step: "done", answers: { to: "Công an xã Khác" }, assurance: "genuine", sealed }),
    );
    assert.deepEqual(came, { step: "review", refused: false, sealed: "none", assurance: "none" });
    await saved(get().page, "Công an xã Khác");
    await again();
    assert.equal(await answer(), "Công an xã Khác");
  });

  test("that are kept and cannot be drawn are deleted, and do not lock the form", async () => {
    await typed();
    await get().page.evaluate(`(async () => {
      const form = document.querySelector("cancuoc-form");
      form.flow.state.readings = Array.from({ length: 65 }, () => ({ source: "qr", kind: "cccd2021",
        person: { fullName: "Người Quá Nhiều" }, findings: [], assurance: "none" }));
      form.flow.state.step = "read";
      form.formDraft.save();
    })()`);
    await saved(get().page, "Người Quá Nhiều");
    await again();
    assert.equal(await get().page.evaluate(`document.querySelector("cancuoc-form").step`), "how");
  });
});
