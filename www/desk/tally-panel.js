import { saveFile } from "../../pkg/widget/page-scan.js";
import { once } from "../pages/lists/job.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, t } from "../shell/locale.js";
import { button } from "./button.js";
import { periods, summed } from "./periods.js";
import { point, pointField } from "./point.js";
import { printAlone, printedTable } from "./printing.js";
import { clearTally, day, entries } from "./tally.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * What was done, by day, week and month: on the screen, as a page to print, as a workbook. Nobody's data are in it.
 * @param {(service: string) => string} title of a service
 * @param {() => void} redraw
 */
export function tallyPanel(title, redraw) {
  const all = entries();
  const now = new Date();
  const [first, ...others] = periods().map(({ period, words }) => ({ words, ...summed(all, period, now) }));
  const lines = others.map(({ words, finished, people }) => h("li", {}, `${words}: ${finished} / ${people}`));
  const said = h("div", { role: "status" });
  const print = button(
    "button second",
    t("In tổng kết", "Print the tally"),
    () => all.length && printed(title),
    icon("print"),
  );
  const save = button(
    "button second",
    t("Tải tổng kết (.xlsx)", "Download the tally (.xlsx)"),
    () => all.length && void saved(title, said),
    icon("download"),
  );
  if (!all.length) for (const control of [print, save]) control.setAttribute("aria-disabled", "true");
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
        "tờ khai hoàn tất / lượt giúp. Không có tên, số hay địa chỉ của ai.",
        "finished forms / times helped. No names, numbers or addresses.",
      ),
    ),
    pointField(),
    h("div", { class: "actions" }, print, save),
    said,
    clearing(all.length, redraw),
  );
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

/** One of each period: by service, and by point where there are several. @param {(service: string) => string} title */
function tables(title) {
  const now = new Date();
  return periods().map(({ period, words }) => {
    const { from, to, people, finished, minutes, services, points } = summed(entries(), period, now);
    const line = (/** @type {string} */ name, /** @type {import("./periods.js").Sum} */ sum) => [
      name,
      sum.people,
      sum.finished,
      sum.minutes,
    ];
    const counts = [t("Lượt giúp", "Times"), t("Hoàn tất", "Finished"), t("Số phút", "Minutes")];
    return {
      name: words,
      caption: `${words} (${from === to ? from : `${from} – ${to}`})`,
      head: [t("Dịch vụ", "Service"), ...counts],
      rows: [...services.map((own) => line(title(own.name), own)), [t("Cộng", "Total"), people, finished, minutes]],
      pointsHead: [t("Điểm hỗ trợ", "Desk"), ...counts],
      points: points.length > 1 ? points.map((own) => line(own.name || t("chưa ghi tên", "no name"), own)) : [],
    };
  });
}

/** @param {(service: string) => string} title @param {HTMLElement} said */
async function saved(title, said) {
  const sheets = tables(title).map(({ name, caption, head, rows, pointsHead, points }) => ({
    name,
    rows: [
      [t("TỔNG KẾT BÀN HỖ TRỢ", "TALLY OF THE HELP DESK")],
      [point()],
      [caption],
      [],
      head,
      ...rows,
      ...(points.length ? [[], pointsHead, ...points] : []),
    ],
  }));
  try {
    const bytes = await once("./file-worker.js", "writeCells", { sheets, format: "xlsx", locale: locale() });
    saveFile(`tong-ket-${day(new Date())}.xlsx`, bytes, XLSX);
    said.replaceChildren();
  } catch {
    said.replaceChildren(
      h(
        "p",
        { class: "notice error" },
        t(
          "Chưa ghi được tệp. Hãy in tổng kết, hoặc tải lại trang khi có mạng rồi thử lại.",
          "The file could not be written. Print the tally, or reload the page with a network and try again.",
        ),
      ),
    );
  }
}

/** @param {(service: string) => string} title */
function printed(title) {
  printAlone(
    "tally-report",
    h("h1", {}, t("TỔNG KẾT BÀN HỖ TRỢ", "TALLY OF THE HELP DESK")),
    h("p", {}, [point(), t(`Ngày lập: ${day(new Date())}`, `Date: ${day(new Date())}`)].filter(Boolean).join(". ")),
    ...tables(title).flatMap(({ caption, head, rows, pointsHead, points }) => [
      h("h2", {}, caption),
      printedTable(head, rows),
      points.length ? printedTable(pointsHead, points) : null,
    ]),
    h("p", {}, t("Không có tên, số hay địa chỉ của ai.", "No names, numbers or addresses.")),
  );
}
