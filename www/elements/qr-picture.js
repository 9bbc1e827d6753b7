import { encode } from "../vendor/uqr.js";
import { svg } from "./dom.js";

/** Light modules around the code (ISO/IEC 18004, 6.3.8). */
const QUIET_ZONE = 4;

/** The largest version that a phone still reads from a screen at arm's length; at level M it holds 666 bytes. */
const MAX_VERSION = 20;

/**
 * A QR code (ISO/IEC 18004, error correction M) as a drawing, with its quiet zone.
 * @param {Uint8Array} bytes @param {string} label
 * @returns {SVGElement | undefined} nothing if the bytes do not fit
 */
export function qrPicture(bytes, label) {
  const code = encoded(bytes);
  if (!code) return undefined;
  let path = "";
  code.data.forEach((row, y) => row.forEach((dark, x) => dark && (path += `M${x} ${y}h1v1h-1z`)));
  const { size } = code;
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

/** @param {Uint8Array} bytes */
function encoded(bytes) {
  try {
    return encode([...bytes], { ecc: "M", border: QUIET_ZONE, maxVersion: MAX_VERSION });
  } catch (error) {
    // "Data too long": the only thing that it throws for bytes.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
