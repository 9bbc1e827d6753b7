// The packed package in projects of its users: React and Vue by Vite, a page by webpack and one without a bundler, a
// legacy portal and Form.io by esbuild, under the strict policy. Others are in ../consumers/more (`make consumers`).

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";

import { HEADERS } from "../../www/serve.mjs";
import { buildConsumers } from "../consumers/build.mjs";
import { fillByPhoto } from "../consumers/walk.mjs";
import { card } from "./form-page.mjs";
import { inEachEngine } from "./harness.mjs";

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
});

/**
 * Form.io builds its templates by `Function` and styles elements inline: its page needs a looser policy, which is the
 * portal's matter.
 */
const FORMIO = "default-src 'self' blob: data:; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'";

let dist = "";
let origin = "";
/** webpack makes script addresses of its chunks' names, without a policy unless it is given one. */
const WEBPACK = HEADERS["Content-Security-Policy"].replace("require-trusted-types-for 'script'; ", "");
/** Vue makes a policy of its own. */
const VUE = HEADERS["Content-Security-Policy"].replace("trusted-types cancuoc", "trusted-types cancuoc vue");

/** @type {string[]} */ const missing = [];
const http = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname.replace(/\/$/, "/index.html");
  const file = join(dist, path);
  if (!file.startsWith(dist) || !existsSync(file)) {
    if (path !== "/favicon.ico") missing.push(path);
    return void response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
  }
  const headers = {
    ...HEADERS,
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Security-Policy": path.startsWith("/formio/")
      ? FORMIO
      : path.startsWith("/vue/")
        ? VUE
        : path.startsWith("/webpack/")
          ? WEBPACK
          : HEADERS["Content-Security-Policy"],
  };
  response.writeHead(200, headers);
  createReadStream(file).pipe(response);
});

before(async () => {
  dist = await buildConsumers();
  await new Promise((done) => http.listen(0, "localhost", () => done(undefined)));
  origin = `http://localhost:${/** @type {any} */ (http.address()).port}`;
});
after(() => {
  http.closeAllConnections();
  http.close();
});

test("types: React 19 and 18, Vue and a project without a framework know the elements", () => {
  const consumers = join(import.meta.dirname, "..", "consumers");
  const tsc = join(import.meta.dirname, "..", "node_modules", ".bin", "tsc");
  for (const project of ["types", "types/react-18"]) {
    const { status, stdout } = spawnSync(tsc, ["-p", join(consumers, project)], { encoding: "utf8" });
    assert.equal(status, 0, stdout);
  }
});

inEachEngine(
  "projects that use the package",
  (get) => {
    for (const [name, words] of [
      ["react", "React by Vite: a CT01 is filled in by a photo to its seal, and events reach the components"],
      ["webpack", "webpack: a CT01 is filled in by a photo to its seal"],
      ["none", "no bundler: a CT01 is filled in by a photo to its seal"],
    ])
      test(words, async () => {
        const { page } = get();
        missing.length = 0;
        const sealed = await fillByPhoto(page, `${origin}/${name}/`);
        if (name === "react") {
          assert.equal(await page.evaluate(`document.getElementById("name").textContent`), "Nguyễn Văn Mẫu");
          const digest = await page.evaluate(`document.getElementById("sealed").textContent`);
          assert.equal(digest, sealed.digest.value);
        }
        assert.deepEqual(missing, []);
        assert.deepEqual(page.problems, []);
      });

    test("Vue: the scanner takes part in the portal's form", async () => {
      const { page } = get();
      page.problems.length = 0;
      await page.goto(`${origin}/vue/`);
      await page.waitFor(
        `Boolean(document.querySelector("cancuoc-scan")?.shadowRoot?.querySelector("#photo"))`,
        "the scanner in Vue",
      );
      await page.upload("cancuoc-scan >>> #photo", [card("back-2024-tilted.jpg")]);
      await page.waitFor(
        `document.getElementById("name").textContent === "Nguyễn Thị Mẫu"`,
        "the name in the component",
      );
      await page.click("#send");
      const sent = JSON.parse(
        await page.waitFor(`document.getElementById("submitted").textContent`, "what the form submits"),
      );
      assert.equal(sent.person.fullName, "Nguyễn Thị Mẫu");
      assert.equal(sent.source, "qr");
      assert.deepEqual(page.problems, []);
    });

    test("a scanner alone speaks English to who asks for it", async () => {
      const { page } = get();
      page.problems.length = 0;
      await page.goto(`${origin}/vue/`);
      await page.waitFor(`Boolean(customElements.get("cancuoc-scan"))`, "the scanner's element");
      await page.evaluate(
        `document.body.append(Object.assign(document.createElement("cancuoc-scan"), { id: "english", locale: "en" }))`,
      );
      await page.waitFor(
        `document.getElementById("english").shadowRoot?.textContent.includes("Choose a photo from this device")`,
        "English words",
      );
      assert.deepEqual(page.problems, []);
    });

    test("a legacy portal: its inputs are filled, marked and checked in place, and its style sheet does not reach the scanner", async () => {
      const { page } = get();
      page.problems.length = 0;
      await page.goto(`${origin}/legacy/`);
      await page.waitFor(`Boolean(globalThis.bound)`, "the form is bound");
      assert.ok(
        await page.evaluate(
          `document.querySelector("cancuoc-scan").shadowRoot.querySelector(".panel").getClientRects().length > 0`,
        ),
        "isolated from the host's style sheet",
      );
      await page.click("#btnNop");
      await page.waitFor(`document.activeElement.className === "cancuoc-summary"`, "a focused summary");
      assert.ok(await page.evaluate(`document.getElementById("txtHoTen").getAttribute("aria-invalid") === "true"`));
      await page.upload("cancuoc-scan >>> #photo", [card("front-2021-straight.jpg")]);
      await page.waitFor(
        `document.getElementById("txtHoTen").value === "Nguyễn Văn Mẫu"`,
        "the name in the portal's input",
      );
      assert.match(await page.evaluate(`document.getElementById("txtNgaySinh").value`), /^\d\d\/\d\d\/\d{4}$/);
      assert.equal(await page.evaluate(`document.getElementById("ddlGioiTinh").value`), "1");
      assert.equal(await page.evaluate(`document.getElementById("txtCCCD").dataset.cancuocSource`), "qr");
      await page.type("#txtHoTen", " B");
      assert.equal(await page.evaluate(`document.getElementById("txtHoTen").dataset.cancuocSource`), "typed");
      assert.equal(await page.evaluate(`globalThis.bound.provenance.pin.source`), "qr");
      assert.equal(await page.evaluate(`globalThis.bound.check().ok`), true);
      assert.equal(await page.evaluate(`document.querySelectorAll("[aria-invalid]").length`), 0);
      assert.deepEqual(page.problems, []);
    });

    test("Form.io: its own inputs are filled, and its submission knows", async () => {
      const { page } = get();
      await page.goto(`${origin}/formio/`);
      await page.waitFor(`Boolean(globalThis.bound)`, "the form is bound", 40);
      await page.upload("cancuoc-scan >>> #photo", [card("front-2021-straight.jpg")]);
      await page.waitFor(`globalThis.formio.submission?.data?.fullname === "Nguyễn Văn Mẫu"`, "Form.io's submission");
      const data = await page.evaluate(`globalThis.formio.submission.data`);
      assert.match(data.identityNumber, /^\d{12}$/);
      assert.equal(data.gender, "male");
    });
  },
  { engines: ["chromium"] },
);
