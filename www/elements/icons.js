import { svg } from "./dom.js";

/** Line icons on a 24 × 24 grid. */
const PATHS = {
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 7.5v.5",
  warning: "M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17v.4",
  error: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v6M12 16v.5",
  good: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8 12.5l2.8 2.8L16.2 9.5",
  open: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  camera:
    "M3 8.5a2 2 0 0 1 2-2h2.5L9 4h6l1.500 2.500H19a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2ZM12 " +
    "9.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7Z",
  qr:
    "M4 4h6v6H4ZM14 4h6v6h-6ZM4 14h6v6H4ZM14 14h2v2h-2ZM18 14h2v2h-2ZM14 18h2v2h-2ZM18 18h2v2h-2ZM6.500 " +
    "6.500h1v1h-1ZM16.500 6.500h1v1h-1ZM6.500 16.500h1v1h-1Z",
  lines: "M3 6h18M3 12h18M3 18h18M7 4.500l-2 3M12 10.500l-2 3M17 16.500l-2 3",
  pen: "M4 20l1-5L16.500 3.500l4 4L9 19l-5 1ZM14 6l4 4",
  back: "M19 12H5M11 6l-6 6 6 6",
  card:
    "M3 6.500A1.500 1.500 0 0 1 4.500 5h15A1.500 1.500 0 0 1 21 6.500v11a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 " +
    "1.500 0 0 1 3 17.500ZM6.500 9.500h4v4h-4ZM13.500 10H18M13.500 13H18M6.500 16.200H18",
  download: "M12 4v11M7 11l5 5 5-5M4 20h16",
  share: "M12 15V4M8 7.5 12 3.500l4 4M5 12v8h14v-8",
  print: "M7 8V3.500h10V8M7 17H4.500V8h15v9H17M7 14h10v6.500H7Z",
};

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  return svg(
    "svg",
    {
      viewBox: "0 0 24 24",
      "aria-hidden": "true",
      focusable: "false",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 1.8,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
    svg("path", { d: PATHS[name] }),
  );
}
