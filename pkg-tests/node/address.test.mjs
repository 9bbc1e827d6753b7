// The built package: loadUnits, parseAddress, convertAddress, searchUnits as JavaScript sees them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { brotliCompressSync } from "node:zlib";

import init, {
  CanCuocError,
  convertAddress,
  convertAddresses,
  fetchUnits,
  loadUnits,
  parseAddress,
  searchUnits,
} from "cancuoc";

const on = "2026-11-21";
const asset = readFileSync(new URL(import.meta.resolve("cancuoc/units")));
const code = (/** @type {string} */ wanted) => (/** @type {unknown} */ error) =>
  error instanceof CanCuocError && error.code === wanted;

before(() => init());

describe("before loadUnits", () => {
  test("every function says that the units are missing", () => {
    for (const call of [
      () => parseAddress("Hà Nội", { on }),
      () => convertAddress("Hà Nội", { on }),
      () => convertAddresses(["Hà Nội"], { on }),
      () => searchUnits("ba", { on }),
    ]) {
      assert.throws(call, code("units.not_loaded"));
    }
  });

  test("an asset that is not whole is refused and nothing is loaded", () => {
    const wrong = new Uint8Array(asset);
    wrong[1000] ^= 1;
    assert.throws(() => loadUnits(wrong), code("units.corrupt"));
    assert.throws(() => loadUnits(asset.subarray(0, 100)), code("units.corrupt"));
    assert.throws(() => loadUnits(new ArrayBuffer(0)), code("units.corrupt"));
    assert.throws(() => loadUnits(/** @type {any} */ ("x")), code("input.type"));
    assert.throws(() => parseAddress("Hà Nội", { on }), code("units.not_loaded"));
  });
});

describe("with the units", () => {
  before(() => loadUnits(asset));

  test("the asset keeps to 65 KB of brotli", () => {
    assert.ok(brotliCompressSync(asset).length <= 65 * 1024);
  });

  test("an asset can be loaded again, from a buffer or by itself", async () => {
    loadUnits(new Uint8Array(asset).buffer);
    await fetchUnits();
    assert.equal(convertAddress("P. Bến Nghé, Q1", { on }).exact, true);
  });

  test("an address is taken apart, frozen", () => {
    const parsed = parseAddress("Số 12 Nguyễn Huệ, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh", { on });
    assert.deepEqual(parsed, {
      street: "Số 12 Nguyễn Huệ",
      commune: "Phường Bến Nghé",
      district: "Quận 1",
      province: "Thành phố Hồ Chí Minh",
      era: "before2025",
      candidates: [
        { code: "26740", commune: "Phường Bến Nghé", district: "Quận 1", province: "Thành phố Hồ Chí Minh" },
      ],
      findings: [],
    });
    assert.throws(() => {
      /** @type {any} */ (parsed.candidates)[0].code = "x";
    }, TypeError);
  });

  test("an address is converted, and what was parsed as well", () => {
    const text = "Số 12, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh";
    const converted = convertAddress(text, { on });
    assert.deepEqual(converted.candidates, [
      { code: "26740", commune: "Phường Sài Gòn", province: "Thành phố Hồ Chí Minh" },
    ]);
    assert.equal(converted.exact, true);
    assert.equal(converted.question, undefined);
    assert.equal(converted.address, "Số 12, Phường Sài Gòn, Thành phố Hồ Chí Minh");
    assert.equal(converted.original, text);
    assert.deepEqual(convertAddress(parseAddress(text, { on }), { on }).candidates, converted.candidates);
  });

  test("a divided commune gives all its parts and a question in either language", () => {
    const vi = convertAddress("Xã Văn Khê, Huyện Mê Linh, Hà Nội", { on });
    const en = convertAddress("Xã Văn Khê, Huyện Mê Linh, Hà Nội", { on, locale: "en" });
    assert.equal(vi.candidates.length, 4);
    assert.equal(vi.exact, false);
    assert.match(vi.question ?? "", /đã được chia/);
    assert.match(en.question ?? "", /was divided/);
    assert.deepEqual(
      vi.findings.map((finding) => finding.code),
      en.findings.map((finding) => finding.code),
    );
  });

  test("before their day the units give no candidates", () => {
    const converted = convertAddress("P. Bến Nghé, Q1", { on: "2025-06-30" });
    assert.deepEqual(converted.candidates, []);
    assert.ok(converted.findings.some((finding) => finding.code === "address.before_units_day"));
  });

  test("the other way, and options that make no sense", () => {
    const old = convertAddress("Phường Sài Gòn, Thành phố Hồ Chí Minh", { on, to: "before2025" });
    assert.ok(old.candidates.length > 1 && old.candidates.every((unit) => unit.district));
    assert.throws(() => convertAddress("x", { on, to: /** @type {any} */ ("x") }), code("options.to"));
    assert.throws(() => convertAddress("x", { on: "2026-02-30" }), code("options.on"));
  });

  test("nonsense is unknown, and too much is a limit", () => {
    assert.deepEqual(parseAddress("xin chào", { on }).era, "unknown");
    assert.deepEqual(parseAddress("xin chào", { on }).candidates, []);
    parseAddress("ă".repeat(10_000), { on });
    assert.throws(() => parseAddress("ă".repeat(10_001), { on }), code("limit.input"));
    assert.throws(() => parseAddress(/** @type {any} */ (null), { on }), code("input.type"));
  });

  test("a list is converted row by row", () => {
    const rows = convertAddresses(["P. Bến Nghé, Q1", "", "x".repeat(10_001)], { on });
    assert.equal(rows.length, 3);
    assert.deepEqual(rows[2], { error: "limit.input" });
    assert.equal("exact" in rows[0] && rows[0].exact, true);
    assert.equal("exact" in rows[1] && rows[1].exact, false);
  });

  test("a list of any length says what each of its rows says alone, whether the runtime copies texts at once or not", () => {
    const [broken, long] = [
      "Xã Mẫu \ud800, Hà Nội",
      `${"thôn Đông ".repeat(900)}, Phường Sài Gòn, Thành phố Hồ Chí Minh`,
    ];
    const rows = Array.from({ length: 40 }, (_, i) => [
      `Số ${i} phố Mẫu, P. Bến Nghé, Q1, TP.HCM`,
      "",
      "😀 ấp Tây",
      broken,
      long,
      "x".repeat(70_000),
    ]).flat();
    const alone = new Map(
      rows
        .slice(1)
        .filter((row) => row.length < 10_000)
        .map((row) => [row, convertAddress(row, { on })]),
    );
    const { process } = globalThis;
    for (const runtime of [process, undefined]) {
      /** @type {any} */ (globalThis).process = runtime;
      const results = convertAddresses(rows.slice(1), { on });
      /** @type {any} */ (globalThis).process = process;
      results.forEach((result, i) => {
        const own = alone.get(/** @type {string} */ (rows[i + 1]));
        if (!own || "error" in result) return assert.deepEqual([own, result], [undefined, { error: "limit.input" }]);
        assert.deepEqual(
          [result.exact, result.candidates, result.street, result.question],
          [own.exact, own.candidates, own.street, own.question],
        );
      });
    }
  });

  test("search ranks what begins with the words, whatever their accents", () => {
    const names = (/** @type {string} */ text, /** @type {object} */ more = {}) =>
      searchUnits(text, { on, ...more }).map((unit) => `${unit.commune}, ${unit.province}`);
    assert.equal(names("ben thanh")[0], "Phường Bến Thành, Thành phố Hồ Chí Minh");
    assert.equal(names("bến th")[0], "Phường Bến Thành, Thành phố Hồ Chí Minh");
    assert.equal(names("phuong sai gon")[0], "Phường Sài Gòn, Thành phố Hồ Chí Minh");
    assert.equal(names("tân định hồ chí")[0], "Phường Tân Định, Thành phố Hồ Chí Minh");
    assert.ok(names("tan", { limit: 5 }).length === 5);
    assert.ok(names("tan", { province: "01", limit: 50 }).every((name) => name.endsWith("Hà Nội")));
    assert.ok(names("", { province: "Thành phố Huế", limit: 200 }).length === 40);
    assert.deepEqual(names("qqqq"), []);
  });
});
