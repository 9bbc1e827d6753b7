import { saveFile } from "../../pkg/widget/page-scan.js";
import { once } from "../pages/lists/job.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, t } from "../shell/locale.js";
import { periods, summed } from "./periods.js";
import { clearTally, day, entries } from "./tally.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const POINT = "cancuoc.point";

/**
 * What was done, by day, week and month: on the screen, as a page to print, as a workbook. Nobody's data are in it.
 * @param {(service: string) => string} title of a service
 * @param {() => void} redraw
 */
export function tallyPanel(title, redraw) {
  const all = entries();
  const now = new Date();
  const [first, ...others] = periods().map(({ period, words }) => ({ words, ...summed(all, period, now) }));
  const nothing = all.length ? null : "true";
  const lines = others.map(({ words, finished, people }) => h("li", {}, `${words}: ${finished} / ${people}`));
  return h(
    "section",
    { class: "panel", id: "tally" },
    h("h2", {}, first?.words ?? ""),
    h("p", { class: "sum" }, `${first?.finished ?? 0} / ${first?.people ?? 0}`),
    h("ul", { class: "periods" }, ...lines),
    h(
      "p",
      { class: "hint" },
      t(
        "tờ khai hoàn tất / lượt người. Không có tên, số hay địa chỉ của ai.",
        "finished forms / citizens. No names, numbers or addresses.",
      ),
    ),
    pointField(),
    h(
      "div",
      { class: "actions" },
      button(
        "button second",
        t("In tổng kết", "Print the tally"),
        () => all.length && printed(title),
        icon("print"),
        nothing,
      ),
      button(
        "button second",
        t("Tải tổng kết (.xlsx)", "Download the tally (.xlsx)"),
        () => all.length && void saved(title),
        icon("download"),
        nothing,
      ),
    ),
    clearing(all.length, redraw),
  );
}

/** Where the desk stands: for the report, and no person's data. */
function pointField() {
  const input = /** @type {HTMLInputElement} */ (h("input", { type: "text", id: "point", autocomplete: "off" }));
  input.value = point();
  input.addEventListener("change", () => {
    try {
      localStorage.setItem(POINT, input.value.trim().slice(0, 100));
    } catch {
      // Storage is forbidden: the name lasts for this page.
    }
  });
  return h(
    "div",
    { class: "field" },
    h("label", { for: "point" }, t("Tên điểm hỗ trợ (ghi vào tổng kết)", "Name of the desk (for the tally)")),
    input,
  );
}

function point() {
  const typed = /** @type {HTMLInputElement | null} */ (document.getElementById("point"))?.value.trim();
  try {
    return typed || (localStorage.getItem(POINT) ?? "");
  } catch {
    return typed ?? "";
  }
}

/** Asks before a month's work is gone. @param {number} count @param {() => void} redraw */
function clearing(count, redraw) {
  const place = h("div", { class: "actions" });
  const ask = () => {
    const words = t(`Xóa tổng kết của ${count} lượt?`, `Clear the tally of ${count} citizens?`);
    place.replaceChildren(
      h("span", { role: "status" }, words),
      button("button danger", t("Xóa hẳn", "Clear it"), () => {
        clearTally();
        redraw();
      }),
      button("button second", t("Giữ lại", "Keep it"), begin),
    );
  };
  const begin = () =>
    place.replaceChildren(button("button quiet", t("Xóa tổng kết", "Clear the tally"), () => count && ask()));
  begin();
  return place;
}

/** @param {(service: string) => string} title */
function tables(title) {
  const now = new Date();
  return periods().map(({ period, words }) => {
    const { from, people, finished, minutes, services } = summed(entries(), period, now);
    const rows = services.map((own) => [title(own.service), own.people, own.finished, own.minutes]);
    const days = from === day(now) ? from : `${from} – ${day(now)}`;
    return {
      name: words,
      caption: `${words} (${days})`,
      head: [t("Dịch vụ", "Service"), t("Lượt người", "Citizens"), t("Hoàn tất", "Finished"), t("Số phút", "Minutes")],
      rows: [...rows, [t("Cộng", "Total"), people, finished, minutes]],
    };
  });
}

/** @param {(service: string) => string} title */
async function saved(title) {
  const sheets = tables(title).map(({ name, caption, head, rows }) => ({
    name,
    rows: [[t("TỔNG KẾT BÀN HỖ TRỢ", "TALLY OF THE HELP DESK")], [point()], [caption], [], head, ...rows],
  }));
  const bytes = await once("./file-worker.js", "writeCells", { sheets, format: "xlsx", locale: locale() });
  saveFile(`tong-ket-${day(new Date())}.xlsx`, bytes, XLSX);
}

/** @param {(service: string) => string} title */
function printed(title) {
  document.getElementById("tally-report")?.remove();
  const report = h(
    "section",
    { id: "tally-report", class: "tally-report" },
    h("h1", {}, t("TỔNG KẾT BÀN HỖ TRỢ", "TALLY OF THE HELP DESK")),
    h("p", {}, [point(), t(`Ngày lập: ${day(new Date())}`, `Date: ${day(new Date())}`)].filter(Boolean).join(". ")),
    ...tables(title).flatMap(({ caption, head, rows }) => [
      h("h2", {}, caption),
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, cell)))),
        h("tbody", {}, ...rows.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, String(cell)))))),
      ),
    ]),
    h("p", {}, t("Không có tên, số hay địa chỉ của ai.", "No names, numbers or addresses.")),
  );
  document.body.append(report);
  document.body.classList.add("prints-tally");
  addEventListener(
    "afterprint",
    () => {
      document.body.classList.remove("prints-tally");
      report.remove();
    },
    { once: true },
  );
  print();
}

/**
 * @param {string} style @param {string} words @param {() => void} onclick @param {Node} [sign]
 * @param {string | null} [off]
 */
function button(style, words, onclick, sign, off = null) {
  return h("button", { type: "button", class: style, onclick, "aria-disabled": off }, sign, words);
}
