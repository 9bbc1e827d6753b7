import init, { describeForm, listForms, listServices } from "../../pkg/index.js";
import "../../pkg/widget/index.js";
import { saveFile } from "../../pkg/widget/page-scan.js";
import { handover } from "../desk/handover.js";
import { clearTally, csv, day, entries, record } from "../desk/tally.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";

mountShell();

/** Minutes without a touch after which the citizen's data are wiped; a warning comes a minute before. */
const parameters = new URLSearchParams(location.search);
const IDLE = Math.min(60, Math.max(0.05, Number(parameters.get("idle")) || 10)) * 60_000;
const ON = parameters.get("on") ?? undefined;

/**
 * All that the desk knows of the citizen at hand; nothing of it is stored.
 * @type {{ ticket: number, service: any, started: number, papers: Record<string, boolean>, sealed: any, findings: any[]
 * }}
 */
let now = fresh();

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const stage = h("div", { id: "stage" });
const side = h("aside");
/** Whom the desk helps, and the way to the next. */
const bar = h("div", { class: "now panel" });
main.append(h("div", { class: "desk" }, stage, side));

await init().catch(() => {});
onLocale(() => {
  drawSide();
  const form = stage.querySelector("cancuoc-form");
  if (form) form.setAttribute("locale", locale());
  else draw();
});

function fresh() {
  return {
    ticket: queue()[0] ?? 0,
    service: undefined,
    started: Date.now(),
    papers: {},
    sealed: undefined,
    findings: [],
  };
}

// ── The queue: numbers only ────────────────────────────────────────────────

/** @returns {number[]} */
function queue() {
  try {
    return JSON.parse(sessionStorage.getItem("cancuoc.queue") ?? "[]").filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** @param {number[]} numbers */
function setQueue(numbers) {
  try {
    sessionStorage.setItem("cancuoc.queue", JSON.stringify(numbers));
  } catch {
    // Without storage the queue lasts for the citizen at hand.
  }
}

function nextNumber() {
  const last = Number(sessionGet("cancuoc.last")) + 1;
  try {
    sessionStorage.setItem("cancuoc.last", String(last));
  } catch {
    // As above.
  }
  return last;
}

/** @param {string} name */
function sessionGet(name) {
  try {
    return sessionStorage.getItem(name) ?? "0";
  } catch {
    return "0";
  }
}

function drawSide() {
  const waiting = queue();
  const today = entries().filter((entry) => entry.day === day(new Date()));
  side.setAttribute("aria-label", t("Hàng chờ và tổng kết ngày", "Queue and the day's tally"));
  side.replaceChildren(
    h(
      "section",
      { class: "panel" },
      h("h2", {}, t("Hàng chờ", "Queue")),
      waiting.length
        ? h(
            "ol",
            { class: "queue" },
            ...waiting.map((number, index) =>
              h(
                "li",
                {},
                h("span", { class: "number" }, `${number}`),
                index === 0
                  ? h("span", { class: "tag qr" }, t("đang làm", "at the desk"))
                  : h(
                      "button",
                      {
                        type: "button",
                        class: "button quiet",
                        onclick: () => {
                          setQueue(queue().filter((each) => each !== number));
                          drawSide();
                        },
                      },
                      t("Bỏ", "Remove"),
                      h("span", { class: "hidden-visually" }, ` ${number}`),
                    ),
              ),
            ),
          )
        : h(
            "p",
            { class: "hint" },
            t(
              "Chưa có ai chờ. Hàng chờ chỉ ghi số thứ tự, không ghi tên.",
              "Nobody waits. The queue holds numbers, no names.",
            ),
          ),
      h(
        "button",
        {
          type: "button",
          class: "button second",
          onclick: () => {
            setQueue([...queue(), nextNumber()]);
            if (!now.ticket) now.ticket = queue()[0];
            drawSide();
            drawNow();
          },
        },
        t("Phát số", "Give a number"),
      ),
    ),
    h(
      "section",
      { class: "panel" },
      h("h2", {}, t("Hôm nay", "Today")),
      h("p", { class: "sum" }, `${today.filter((entry) => entry.outcome === "sealed").length} / ${today.length}`),
      h(
        "p",
        { class: "hint" },
        t(
          "hoàn tất / lượt. Không có tên, số hay địa chỉ của ai.",
          "finished / citizens. No names, numbers or addresses.",
        ),
      ),
      h(
        "button",
        {
          type: "button",
          class: "button second",
          onclick: download,
          "aria-disabled": entries().length ? null : "true",
        },
        icon("download"),
        t("Tải tổng kết (CSV)", "Download the tally (CSV)"),
      ),
      h(
        "div",
        { class: "actions" },
        h(
          "button",
          {
            type: "button",
            class: "button quiet",
            onclick: () => {
              clearTally();
              drawSide();
            },
          },
          t("Xóa tổng kết", "Clear the tally"),
        ),
      ),
    ),
  );
}

function download() {
  const all = entries();
  if (all.length)
    saveFile(
      `tong-ket-${day(new Date())}.csv`,
      csv(all, [
        t("ngày", "day"),
        t("giờ", "hour"),
        t("dịch vụ", "service"),
        t("kết quả", "outcome"),
        t("phút", "minutes"),
      ]),
      "text/csv",
    );
}

// ── The citizen at hand ────────────────────────────────────────────────────

function drawNow() {
  bar.replaceChildren(
    h(
      "h2",
      { tabindex: "-1", id: "now" },
      now.ticket
        ? t(`Đang giúp số ${now.ticket}`, `Helping number ${now.ticket}`)
        : t("Đang giúp một người dân", "Helping a citizen"),
    ),
    h(
      "button",
      { type: "button", class: "button danger big", id: "next", onclick: () => wipe() },
      t("Người tiếp theo", "Next person"),
    ),
  );
}

function draw() {
  drawNow();
  stage.replaceChildren(bar, now.service ? servicePage() : servicesPage());
}

/** @returns {any[]} */
function services() {
  const options = { locale: locale(), ...(ON ? { on: ON } : {}) };
  try {
    const listed = [...listServices(options)];
    if (listed.length) return listed;
    return listForms(options).map((form) => ({ id: form.id, title: form.title, forms: [form.id] }));
  } catch {
    return [];
  }
}

function servicesPage() {
  const all = services();
  const find = /** @type {HTMLInputElement} */ (
    h("input", { type: "search", id: "find", autocomplete: "off", spellcheck: "false" })
  );
  const list = h("ul", { class: "choices" });
  const plain = (/** @type {string} */ text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase();
  const show = () => {
    const wanted = plain(find.value).split(/\s+/).filter(Boolean);
    const found = all.filter((service) =>
      wanted.every((word) => plain(`${service.number ?? ""} ${service.title}`).includes(word)),
    );
    list.replaceChildren(
      ...found.map((service) =>
        h(
          "li",
          {},
          h(
            "button",
            {
              type: "button",
              class: "choice service",
              onclick: () => {
                now.service = service;
                now.started = Date.now();
                draw();
                /** @type {HTMLElement | null} */ (stage.querySelector("h2[tabindex]:not(#now)"))?.focus();
              },
            },
            icon(service.forms?.length ? "pen" : "info"),
            h(
              "span",
              {},
              h("b", {}, service.title),
              h(
                "small",
                {},
                service.forms?.length
                  ? t("Có tờ khai", "Has a form here")
                  : (service.reason ?? t("Chỉ có danh mục giấy tờ", "Papers only")),
              ),
            ),
          ),
        ),
      ),
    );
    status.textContent = t(`${found.length} dịch vụ`, `${found.length} services`);
  };
  const status = h("p", { role: "status", class: "hint" });
  find.addEventListener("input", show);
  show();
  return h(
    "section",
    { "aria-labelledby": "services" },
    h("h2", { id: "services", tabindex: "-1" }, t("Người dân cần việc gì?", "What does the citizen need?")),
    h("div", { class: "field" }, h("label", { for: "find" }, t("Tìm dịch vụ", "Find a service")), find),
    status,
    list,
  );
}

function servicePage() {
  const { service } = now;
  const options = { locale: locale(), ...(ON ? { on: ON } : {}) };
  const form = service.forms?.[0];
  const papers = [...(service.papers ?? []), ...(form ? (describeForm(form, options).papers ?? []) : [])].filter(
    (paper, index, all) => all.findIndex((other) => other.id === paper.id) === index,
  );
  const missing = h("p", { role: "status", class: "hint" });
  const count = () => {
    const open = papers.filter(
      (paper) => !paper.optional && !paper.when && !paper.inDatabase && !now.papers[paper.id],
    ).length;
    missing.textContent = open
      ? t(`Còn thiếu ${open} giấy tờ`, `${open} papers are missing`)
      : t("Đủ giấy tờ", "All papers are there");
  };
  count();
  const rows = papers.map((paper) =>
    h(
      "label",
      { class: "check" },
      h("input", {
        type: "checkbox",
        checked: Boolean(now.papers[paper.id]),
        onchange: (/** @type {any} */ event) => {
          now.papers[paper.id] = event.target.checked;
          count();
        },
      }),
      h(
        "span",
        {},
        paper.label,
        paper.when || paper.note
          ? h(
              "small",
              {},
              [paper.when ? t("Nếu thuộc trường hợp này.", "If it is the case.") : "", paper.note]
                .filter(Boolean)
                .join(" "),
            )
          : null,
      ),
    ),
  );
  return h(
    "section",
    { "aria-labelledby": "service" },
    h("h2", { id: "service", tabindex: "-1" }, service.title),
    service.reason ? h("div", { class: "notice" }, icon("info"), h("div", {}, h("p", {}, service.reason))) : null,
    h(
      "div",
      { class: "panel" },
      h("h3", {}, t("Giấy tờ", "Papers")),
      missing,
      ...(rows.length
        ? rows
        : [
            h(
              "p",
              { class: "hint" },
              t("Chưa có danh mục giấy tờ cho dịch vụ này.", "There is no list of papers for this service yet."),
            ),
          ]),
    ),
    h(
      "div",
      { class: "actions" },
      form
        ? h(
            "button",
            { type: "button", class: "button big", onclick: () => startForm(form) },
            t("Làm tờ khai", "Fill in the form"),
          )
        : null,
      h(
        "button",
        {
          type: "button",
          class: "button quiet",
          onclick: () => {
            now.service = undefined;
            draw();
          },
        },
        t("Chọn dịch vụ khác", "Another service"),
      ),
    ),
  );
}

/** @param {string} id */
function startForm(id) {
  const after = h("section", { id: "after" });
  const form = h("cancuoc-form", { form: id, draft: "off", locale: locale(), on: ON, quiet: parameters.has("quiet") });
  form.addEventListener("reading", (event) => now.findings.push(.../** @type {CustomEvent} */ (event).detail.findings));
  form.addEventListener("step", (event) => {
    const { title, errors } = /** @type {CustomEvent} */ (event).detail;
    document.title = `${errors ? t("Lỗi: ", "Error: ") : ""}${title} – ${t("Bàn hỗ trợ", "Help desk")}`;
  });
  form.addEventListener("sealed", async (event) => {
    now.sealed = /** @type {CustomEvent} */ (event).detail;
    const codes = await handover(now.sealed).catch(() =>
      h(
        "p",
        {},
        t(
          "Tờ khai này quá dài cho mã QR. Hãy dùng tệp hoặc bản in.",
          "This form is too long for codes. Use the file or the printed page.",
        ),
      ),
    );
    after.replaceChildren(
      h(
        "div",
        { class: "panel" },
        h("h2", {}, t("Chuyển sang điện thoại của người dân", "Hand over to the citizen's phone")),
        codes,
      ),
    );
  });
  stage.replaceChildren(bar, form, after);
}

// ── Wiping ─────────────────────────────────────────────────────────────────

/**
 * Counts the citizen, then forgets them: the page is loaded anew, so that no script, no field and no picture of them is
 * left.
 */
async function wipe() {
  if (now.service)
    record({
      service: now.service.id,
      outcome: now.sealed ? "sealed" : "left",
      started: now.started,
      findings: now.findings,
    });
  setQueue(queue().slice(1));
  await forget();
  location.replace(location.href.split("#")[0]);
}

async function forget() {
  const form = /** @type {any} */ (stage.querySelector("cancuoc-form"));
  await form?.startAgain?.();
  stage.replaceChildren();
  now = fresh();
  document.title = t("Bàn hỗ trợ – cancuoc", "Help desk – cancuoc");
}

// Closing, and going back to a page that the browser kept in memory.
addEventListener("pagehide", () => void forget());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

let touched = Date.now();
for (const type of ["pointerdown", "keydown", "input", "reading"])
  addEventListener(type, () => (touched = Date.now()), { capture: true, passive: true });
const warning = h("div", { class: "update", role: "alert", hidden: true });
document.body.append(warning);
setInterval(() => {
  const left = IDLE - (Date.now() - touched);
  const busy = Boolean(now.service);
  warning.hidden = !busy || left > Math.min(60_000, IDLE / 2);
  if (!busy || left > 60_000) return;
  if (left <= 0) return void wipe();
  if (!warning.childElementCount)
    warning.append(
      h(
        "div",
        { class: "wrap" },
        h(
          "span",
          {},
          t(
            "Lâu không có ai bấm. Dữ liệu của người này sắp được xóa.",
            "Nobody has touched this for a while. This citizen's data will soon be wiped.",
          ),
        ),
        h(
          "button",
          { type: "button", class: "button", onclick: () => (touched = Date.now()) },
          t("Vẫn đang làm", "Still working"),
        ),
      ),
    );
}, 500);
