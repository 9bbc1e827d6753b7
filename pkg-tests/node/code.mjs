import assert from "node:assert/strict";

import { CanCuocError } from "cancuoc";

/** The code of the error that a call throws; nothing when it throws none. @param {() => unknown} call */
export function code(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof CanCuocError, String(error));
    return error.code;
  }
  return undefined;
}
