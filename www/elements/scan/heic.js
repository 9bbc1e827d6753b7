/**
 * Whether this is a picture as iPhones take them; few browsers open it. What was sent on may have lost its type and
 * name, so its brands are looked at too (ISO/IEC 23008-12, annex B).
 * @param {Blob} blob
 */
export async function isHeic(blob) {
  const { name = "" } = /** @type {Partial<File>} */ (blob);
  if (/^image\/hei[cf]/.test(blob.type) || /\.hei[cf]$/i.test(name)) return true;
  const start = await blob
    .slice(4, 40)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return /^ftyp.*he[iv][cmsx]/s.test(String.fromCharCode(...new Uint8Array(start)));
}
