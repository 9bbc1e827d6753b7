import { h } from "../../shell/dom.js";
import { t } from "../../shell/locale.js";

/**
 * The portrait as a picture: JPEG as it is; JPEG 2000 is decoded by a module that is loaded only now.
 * @param {{ format: "jpeg" | "jp2", width: number, height: number, bytes: Uint8Array }} picture
 */
export function portrait({ format, width, height, bytes }) {
  const kind = format === "jp2" ? "JPEG 2000" : "JPEG";
  const title = t("Ảnh trong chip", "The picture in the chip");
  const caption = h("figcaption", {}, `${title} (${kind}, ${width} × ${height})`);
  const alt = t("Ảnh chân dung lưu trong chip", "The portrait stored in the chip");
  if (format === "jpeg") {
    const url = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (bytes)], { type: "image/jpeg" }));
    const image = h("img", {
      class: "portrait",
      src: url,
      alt,
      width,
      height,
      onload: () => URL.revokeObjectURL(url),
      onerror: () => unreadable(caption),
    });
    return h("figure", {}, image, caption);
  }
  const canvas = /** @type {HTMLCanvasElement} */ (
    h("canvas", { class: "portrait", width, height, role: "img", "aria-label": alt })
  );
  paint(canvas, bytes).catch(() => unreadable(caption));
  return h("figure", {}, canvas, caption);
}

/** @param {HTMLCanvasElement} canvas @param {Uint8Array} bytes */
async function paint(canvas, bytes) {
  const { default: init, decodeJp2 } = await import("../../../pkg/jp2.js");
  await init();
  const { width, height, data } = decodeJp2(bytes);
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
}

/** @param {HTMLElement} caption */
function unreadable(caption) {
  caption.textContent = t(
    "Ảnh trong chip bị hỏng. Các kết quả kiểm tra khác vẫn dùng được.",
    "The picture in the chip is damaged. The other checks stand.",
  );
}
