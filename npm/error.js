/**
 * Misuse, a limit or an internal trap. Everything that is wrong with a document is a finding instead.
 *
 * `code` is stable and dotted: `init.missing`, `init.source`, `init.version`, `input.type`, `limit.input`,
 * `options.on`, `internal.trap`, …; the message is for the developer and holds no personal data. The core throws it
 * too.
 */
export class CanCuocError extends Error {
  /**
   * @param {string} code
   * @param {string} detail
   * @param {ErrorOptions} [options]
   */
  constructor(code, detail, options) {
    super(`${code}: ${detail}`, options);
    this.name = "CanCuocError";
    /** @type {string} */
    this.code = code;
  }
}
