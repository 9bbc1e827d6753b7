// The style sheets that are written from the elements' own.

import assert from "node:assert/strict";
import { test } from "node:test";

import { stale } from "../../www/tools/css.mjs";

test("the sheets of pages and elements are those of their source", () => assert.deepEqual(stale(), []));
