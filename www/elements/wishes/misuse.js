import { warnOnce } from "../../setup.js";

/**
 * A mistake of whoever builds the page, told once on the console with the page of the manual.
 * @param {string} code @param {string} said without anybody's data
 */
export function misuse(code, said) {
  warnOnce(`widget.${code}: ${said}`);
}
