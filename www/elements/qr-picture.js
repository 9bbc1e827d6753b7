import { svg } from "./dom.js";
import { encodeQr } from "./qr-encode.js";

/**
 * A QR code as a drawing, with its quiet zone.
 * @param {Uint8Array} bytes @param {string} label
 */
export function qrPicture(bytes, label) {
  const matrix = encodeQr(bytes);
  if (!matrix) return undefined;
  const size = matrix.length + 8;
  let path = "";
  matrix.forEach((row, y) => row.forEach((dark, x) => dark && (path += `M${x + 4} ${y + 4}h1v1h-1z`)));
  return svg(
    "svg",
    {
      class: "qr-picture",
      viewBox: `0 0 ${size} ${size}`,
      role: "img",
      "aria-label": label,
      "shape-rendering": "crispEdges",
    },
    svg("rect", { width: size, height: size, fill: "#fff" }),
    svg("path", { d: path, fill: "#000" }),
  );
}
