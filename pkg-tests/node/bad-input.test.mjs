// What no application should hand over: a `CanCuocError` with a code, never another exception, never a changed
// prototype.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import init, {
  CanCuocError,
  checkPeople,
  checkSealed,
  comparePeople,
  convertAddress,
  exportAs,
  fetchUnits,
  importFrom,
  prefill,
  readTyped,
  reconcile,
  seal,
  validate,
} from "cancuoc";
import initChip, { readChip } from "cancuoc/chip";
import initSheet, { writeSheet } from "cancuoc/sheet";

const on = "2026-11-21";
const options = { on };

before(async () => {
  await Promise.all([init(), initChip(), initSheet()]);
  await fetchUnits();
});

/** A report with this row. @param {any} row @returns {any} */
const people = (row) => ({ rows: [row] });

/**
 * The functions that take a structure, with the structure in each place.
 * @type {[string, (value: any) => unknown][]}
 */
const DOORS = [
  ["readTyped", (value) => readTyped(value, options)],
  ["reconcile", (value) => reconcile(value, options)],
  ["reconcile, a reading", (value) => reconcile([value], options)],
  ["prefill, the identity", (value) => prefill("ct01", value, {}, options)],
  ["prefill, the answers", (value) => prefill("ct01", { person: {} }, value, options)],
  ["validate", (value) => validate("ct01", value, options)],
  ["validate, an answer", (value) => validate("ct01", { fullName: value }, options)],
  ["seal, the answers", (value) => seal("ct01", value, { sealedAt: `${on}T08:00:00Z` }, options)],
  ["seal, the provenance", (value) => seal("ct01", {}, { sealedAt: `${on}T08:00:00Z`, provenance: value }, options)],
  ["checkSealed", (value) => checkSealed(value, options)],
  ["checkSealed, the accepted forms", (value) => checkSealed({}, { on, acceptedForms: value })],
  ["checkSealed, the age", (value) => checkSealed({}, { on, maxAgeDays: value })],
  ["checkSealed, the evidence", (value) => checkSealed({}, { on, evidence: value })],
  ["checkSealed, the files of the evidence", (value) => checkSealed({}, { on, evidence: { files: value } })],
  ["exportAs", (value) => exportAs(value, "formio", options)],
  ["importFrom", (value) => importFrom("ct01", { data: value }, options)],
  ["convertAddress", (value) => convertAddress(value, options)],
  ["checkPeople", (value) => checkPeople(value, options)],
  ["checkPeople, a row", (value) => checkPeople([value], options)],
  ["checkPeople, a cell", (value) => checkPeople([[value]], options)],
  ["comparePeople", (value) => comparePeople(value, value, options)],
  ["comparePeople, a row", (value) => comparePeople(people(value), people(value), options)],
  ["writeSheet", (value) => writeSheet(value, "xlsx")],
  ["writeSheet, a sheet", (value) => writeSheet([value], "xlsx")],
  ["writeSheet, its rows", (value) => writeSheet([{ name: "A", rows: value }], "xlsx")],
  ["the options", (value) => validate("ct01", {}, value)],
  ["an option", (value) => validate("ct01", {}, { on, locale: value })],
  ["readChip, the files", (value) => readChip(value, {}, options)],
  ["readChip, the trust", (value) => readChip({}, value, options)],
  ["readChip, the policy", (value) => readChip({}, { policy: value }, options)],
];

const throwing = () =>
  Object.defineProperty({}, "fullName", {
    enumerable: true,
    get: () => {
      throw new TypeError("a trap");
    },
  });
const cyclic = () => {
  /** @type {any} */ const value = { person: {} };
  value.person.self = value;
  return value;
};
const deep = () => {
  /** @type {any} */ let value = [];
  for (let i = 0; i < 100_000; i++) value = [value];
  return value;
};
const trapped = () =>
  new Proxy(
    {},
    {
      ownKeys: () => {
        throw new RangeError("no keys");
      },
      get: () => {
        throw new RangeError("no member");
      },
    },
  );

/** @type {[string, () => unknown][]} */
const VALUES = [
  ["a getter that throws", throwing],
  ["a proxy whose traps throw", trapped],
  ["an object that holds itself", cyclic],
  ["a hundred thousand lists in one another", deep],
  ["a BigInt", () => ({ fullName: 1n })],
  ["a Symbol", () => ({ fullName: Symbol("x") })],
  ["a function", () => ({ fullName: () => "x" })],
  ["a Map", () => new Map([["fullName", "x"]])],
  ["a Set", () => new Set(["x"])],
  ["a typed array", () => Float64Array.of(1, 2)],
  ["bytes within", () => ({ fullName: new Uint8Array(3) })],
  ["__proto__ as a key", () => JSON.parse('{"__proto__":{"polluted":true},"person":{"__proto__":{"polluted":true}}}')],
  ["constructor as a key", () => ({ constructor: { prototype: { polluted: true } }, person: { constructor: "x" } })],
  ["undefined", () => undefined],
  ["null", () => null],
  ["a number", () => Number.NaN],
  ["a text", () => "\ud800"],
  ["a list with holes", () => new Array(3)],
];

for (const [door, open] of DOORS) {
  describe(door, () => {
    for (const [name, make] of VALUES) {
      test(`${name} is answered, or refused with a code`, () => {
        try {
          open(make());
        } catch (error) {
          assert.ok(error instanceof CanCuocError, `${error}`);
          assert.match(error.code, /^[a-z]+\.[a-zA-Z_]+$/);
          assert.notEqual(error.code, "internal.trap");
        }
        assert.equal(/** @type {any} */ ({}).polluted, undefined);
        assert.equal(Object.getPrototypeOf({}), Object.prototype);
      });
    }
  });
}

test("the same values are refused by the same code wherever they stand", () => {
  const code = (/** @type {() => unknown} */ act) => {
    try {
      act();
    } catch (error) {
      return /** @type {CanCuocError} */ (error).code;
    }
    return "answered";
  };
  for (const [name, make] of VALUES.slice(0, 3)) {
    assert.equal(
      code(() => validate("ct01", make(), options)),
      "input.type",
      name,
    );
  }
  assert.equal(
    code(() => validate("ct01", deep(), options)),
    "limit.input",
  );
  for (const [name, make] of VALUES.slice(4, 11))
    assert.equal(
      code(() => validate("ct01", make(), options)),
      "input.type",
      name,
    );
});

test("a member that is a proxy of a plain object is read, as frameworks hand their state over", () => {
  const answers = new Proxy({ fullName: "Nguyễn Văn Mẫu" }, {});
  assert.deepEqual(validate("ct01", answers, options), validate("ct01", { fullName: "Nguyễn Văn Mẫu" }, options));
});

test("results are plain and frozen to their leaves, bytes apart", () => {
  const walk = (/** @type {any} */ value) => {
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
    assert.ok(Object.isFrozen(value));
    assert.ok([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)));
    Object.values(value).forEach(walk);
  };
  walk(validate("ct01", { fullName: "x" }, options));
  walk(reconcile([readTyped({ fullName: "Nguyễn Văn Mẫu" }, options)], options));
});

test("what is absent is not there, and what is null is null", () => {
  const reading = readTyped({}, options);
  assert.equal("document" in reading, false);
  const { answers } = prefill("ct01", { person: {}, source: "qr" }, { note: null }, options);
  assert.deepEqual(answers, { note: null });
});
