import { h } from "../shell/dom.js";

/** Prints this and nothing else of the page. @param {string} id @param {...(Node | string | null)} parts */
export function printAlone(id, ...parts) {
  document.getElementById(id)?.remove();
  const sheet = h("section", { id, class: "desk-sheet" }, ...parts);
  document.body.append(sheet);
  document.body.classList.add("prints-sheet");
  addEventListener(
    "afterprint",
    () => {
      document.body.classList.remove("prints-sheet");
      sheet.remove();
    },
    { once: true },
  );
  print();
}

/** @param {(string | number)[]} head @param {(string | number)[][]} rows */
export function printedTable(head, rows) {
  return h(
    "table",
    {},
    h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, String(cell))))),
    h("tbody", {}, ...rows.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, String(cell)))))),
  );
}
