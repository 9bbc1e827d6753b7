import { h } from "./dom.js";

/**
 * Hands a file to the person. @param {string} name @param {BlobPart} data @param {string} type
 */
export function saveFile(name, data, type) {
  const address = URL.createObjectURL(new Blob([data], { type }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
