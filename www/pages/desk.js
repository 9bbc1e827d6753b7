import init, { describeForm, listForms, listServices } from "../../pkg/index.js";
import "../../pkg/widget/index.js";
import { readChip } from "../../pkg/widget/read-chip.js";
import { handover } from "../desk/handover.js";
import { watchIdle } from "../desk/idle.js";
import { Leaving } from "../desk/leaving.js";
import { queue, setQueue } from "../desk/queue.js";
import { servicePage } from "../desk/service.js";
import { servicesPage } from "../desk/services.js";
import { drawSide } from "../desk/side.js";
import { record } from "../desk/tally.js";
import { h } from "../shell/dom.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { TrustStore } from "./chip/trust-store.js";

mountShell();

const parameters = new URLSearchParams(location.search);
/** Minutes without a touch after which the citizen's data are wiped; a warning comes a minute before. */
const IDLE = Math.min(60, Math.max(0.05, Number(parameters.get("idle")) || 10)) * 60_000;
const ON = parameters.get("on") ?? undefined;

/**
 * All that the desk knows of the citizen at hand; nothing of it is stored.
 * @typedef {object} Citizen
 * @property {number} ticket
 * @property {any} service
 * @property {number} started
 * @property {Record<string, boolean>} papers those that were shown
 * @property {any} sealed
 * @property {any[]} findings
 */
/** @type {Citizen} */
let citizen = nextCitizen();

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const stage = h("div", { id: "stage" });
const side = h("aside");
/** "Đọc chip", where there is a way to a card. @type {ReturnType<typeof readChip>} */ let chip;
/** Whom the desk helps, and the way to the next. */
const bar = h("div", { class: "now panel" });
const leaving = new Leaving(
  () => [...stage.children].filter((child) => child !== bar),
  () => wipe(),
);
main.append(h("div", { class: "desk" }, stage, side));

// The core and every form; addresses are loaded with the first form.
await init({}).catch(() => {});
onLocale(() => {
  drawSide(side, called, (id) => services().find((service) => service.id === id)?.title ?? id);
  const form = stage.querySelector("cancuoc-form");
  chip?.draw();
  if (form) form.setAttribute("locale", locale());
  else draw();
});

/** @returns {Citizen} */
function nextCitizen() {
  return {
    ticket: queue()[0] ?? 0,
    service: undefined,
    started: Date.now(),
    papers: {},
    sealed: undefined,
    findings: [],
  };
}

/** A number was given: to the citizen at hand, if they have none. */
function called() {
  if (!citizen.ticket) citizen.ticket = queue()[0] ?? 0;
  drawBar();
}

function drawBar() {
  const words = citizen.ticket
    ? t(`Đang giúp số ${citizen.ticket}`, `Helping number ${citizen.ticket}`)
    : t("Đang giúp một người dân", "Helping a citizen");
  bar.replaceChildren(
    h("h2", { tabindex: "-1", id: "now" }, words),
    h(
      "button",
      { type: "button", class: "button danger big", id: "next", onclick: () => leaving.begin(progress()) },
      t("Người tiếp theo", "Next person"),
    ),
    leaving.place,
  );
}

/** How far the citizen's form is. */
function progress() {
  if (citizen.sealed) return "finished";
  return stage.querySelector("cancuoc-form") ? "open" : "nothing";
}

function draw() {
  drawBar();
  stage.replaceChildren(bar, citizen.service ? chosenService() : servicesPage(services(), choose));
}

function options() {
  return { locale: locale(), ...(ON ? { on: ON } : {}) };
}

/** @returns {any[]} */
function services() {
  try {
    const listed = [...listServices(options())];
    if (listed.length) return listed;
    return listForms(options()).map((form) => ({ id: form.id, title: form.title, forms: [form.id] }));
  } catch {
    return [];
  }
}

/** @param {any} service */
function choose(service) {
  citizen.service = service;
  citizen.started = Date.now();
  draw();
  /** @type {HTMLElement | null} */ (stage.querySelector("h2[tabindex]:not(#now)"))?.focus();
}

function chosenService() {
  const { service, papers: shown } = citizen;
  const form = service.forms?.[0];
  const all = [...(service.papers ?? []), ...(form ? (describeForm(form, options()).papers ?? []) : [])];
  return servicePage({
    service,
    papers: all.filter((paper, index) => all.findIndex((other) => other.id === paper.id) === index),
    shown,
    fillIn: form && (() => startForm(form)),
    back: () => {
      citizen.service = undefined;
      draw();
    },
  });
}

/** @param {string} id */
function startForm(id) {
  const after = h("section", { id: "after" });
  const form = h("cancuoc-form", { form: id, draft: "off", locale: locale(), on: ON, quiet: parameters.has("quiet") });
  chip = readChip({
    locale,
    on: ON,
    trust: () => new TrustStore().trust(),
    person: () =>
      /** @type {any} */ (form).flow?.state.readings.length ? /** @type {any} */ (form).flow.identity.person : {},
    take: (reading) => /** @type {any} */ (form).takeReading(reading),
  });
  // What came with the service is not asked again.
  Object.assign(form, { preset: citizen.service?.preset?.[id], about: citizen.service });
  form.addEventListener("identity", () => chip?.draw());
  form.addEventListener("reading", (event) => {
    citizen.findings.push(.../** @type {CustomEvent} */ (event).detail.findings);
  });
  form.addEventListener("step", (event) => {
    const { title, errors } = /** @type {CustomEvent} */ (event).detail;
    document.title = `${errors ? t("Lỗi: ", "Error: ") : ""}${title} – ${t("Bàn hỗ trợ", "Help desk")}`;
  });
  form.addEventListener("sealed", async (event) => {
    citizen.sealed = /** @type {CustomEvent} */ (event).detail;
    const tooLong = t(
      "Tờ khai này quá dài cho mã QR. Hãy dùng tệp hoặc bản in.",
      "This form is too long for codes. Use the file or the printed page.",
    );
    const codes = await handover(citizen.sealed).catch(() => h("p", {}, tooLong));
    const title = t("Chuyển sang điện thoại của người dân", "Hand over to the citizen's phone");
    after.replaceChildren(h("div", { class: "panel" }, h("h2", {}, title), codes));
  });
  stage.replaceChildren(bar, ...(chip ? [chip.element] : []), form, after);
}

/**
 * Counts the citizen, then forgets them: the page is loaded anew, so that no script, no field and no picture of them is
 * left.
 */
async function wipe() {
  const { service, sealed, started, findings } = citizen;
  if (service) record({ service: service.id, outcome: sealed ? "sealed" : "left", started, findings });
  setQueue(queue().slice(1));
  await forget();
  location.replace(location.href.split("#")[0]);
}

async function forget() {
  const form = /** @type {any} */ (stage.querySelector("cancuoc-form"));
  await form?.startAgain?.();
  chip?.forget();
  stage.replaceChildren();
  citizen = nextCitizen();
  document.title = t("Bàn hỗ trợ – cancuoc", "Help desk – cancuoc");
}

// Closing, and going back to a page that the browser kept in memory.
addEventListener("pagehide", () => void forget());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
watchIdle(
  IDLE,
  () => Boolean(citizen.service),
  () => void wipe(),
);
