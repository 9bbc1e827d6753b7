import init, { initReading } from "../../pkg/index.js";
import "../../pkg/widget/index.js";
import { alone } from "../desk/alone.js";
import { barParts, noteField } from "../desk/bar.js";
import { ON, formsOf, options, papersOf, serviceOf, services, titleOf } from "../desk/catalogue.js";
import { nextCitizen, nextService, reopenedFrom } from "../desk/citizen.js";
import { DeskForm } from "../desk/form.js";
import { watchIdle } from "../desk/idle.js";
import { keeps } from "../desk/keeping-panel.js";
import { snapshot } from "../desk/kept.js";
import { Leaving } from "../desk/leaving.js";
import { nextWords } from "../desk/next-words.js";
import { OfflineReady } from "../desk/offline-ready.js";
import { panels } from "../desk/panels.js";
import { parkedPanel } from "../desk/parked-panel.js";
import { Parking } from "../desk/parking.js";
import { point } from "../desk/point.js";
import { queue, setQueue, watchQueue } from "../desk/queue.js";
import { putIn, watchReader } from "../desk/reader.js";
import { Said } from "../desk/said.js";
import { samePersonPanel } from "../desk/same-person.js";
import { Saving } from "../desk/saving.js";
import { servicePage } from "../desk/service.js";
import { servicesPage } from "../desk/services.js";
import { record } from "../desk/tally.js";
import { isTraining, trainingBar } from "../desk/training.js";
import { h } from "../shell/dom.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";

mountShell();

const parameters = new URLSearchParams(location.search);
/** Minutes without a touch after which the citizen's data leave the screen; a warning comes a minute before. */
const IDLE = Math.min(60, Math.max(0.05, Number(parameters.get("idle")) || 10)) * 60_000;
const TRAINING = isTraining();

let citizen = nextCitizen();
/** @type {DeskForm | undefined} */ let form;
/** Whether this is the only desk of the browser: only then the open form can be kept. */
let only = !TRAINING;
/** Whether the page goes because the desk wants it to. */
let going = false;

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const stage = h("div", { id: "stage" });
const side = h("aside", { "aria-busy": "true" });
const bar = h("div", { class: "now panel" });
const said = new Said();
const parking = new Parking();
const practice = h("div");
const offline = new OfflineReady();
const leaving = new Leaving(
  () => [...stage.children].filter((child) => child !== bar && child !== said.place),
  () => wipe(),
);
const saving = new Saving(
  () => only && keeps() && Boolean(form),
  () => snapshot(citizen, form?.element),
  (failed) => failed && said.notKept(),
);
main.append(h("div", { class: "desk" }, h("div", {}, practice, stage), side));
document.body.classList.toggle("training", TRAINING);

await Promise.allSettled([init({}), initReading()]);
onLocale(() => {
  drawPanels();
  offline.draw();
  if (TRAINING) practice.replaceChildren(trainingBar(takeCard, options));
  form?.chip?.draw();
  if (form) form.element.setAttribute("locale", locale());
  else draw();
});
watchQueue(called);
watchReader({
  form: () => form?.element,
  options,
  take: takeCard,
  refuse: (message) => said.noCard(message),
  finished: () => said.finished(),
});
void begin();

/** What was kept of before: who was parked, and whose page ended. */
async function begin() {
  only &&= await alone();
  const cut = only ? await parking.recover() : undefined;
  if (!cut) await parking.look();
  else {
    setQueue(queue().filter((number) => number !== cut.ticket));
    if (citizen.ticket === cut.ticket) citizen.ticket = queue()[0] ?? 0;
    said.cut(cut.ticket);
    drawBar();
  }
  // What somebody may be pressing is not drawn anew without need.
  if (only) side.querySelector("#parked")?.replaceWith(parkedNow());
  else drawPanels();
  side.removeAttribute("aria-busy");
}

function parkedNow() {
  return parkedPanel(parking.others(citizen), titleOf, open, drop);
}

function drawPanels() {
  const own = panels({
    ticket: citizen.ticket,
    parked: () => parking.others(citizen),
    parkedNow,
    only,
    offline: offline.place,
    called,
    redraw: drawPanels,
    keeps: (on) => (on ? saving.soon() : void saving.forget()),
    wipe: () => void wipeAll(),
  });
  side.setAttribute("aria-label", t("Hàng chờ, giao ca, tổng kết", "Queue, shift, tally"));
  side.replaceChildren(...own);
}

/** A number was given, or taken away: the citizen at hand has the first one, if they had none. */
function called() {
  if (!citizen.ticket && !TRAINING) citizen.ticket = queue()[0] ?? 0;
  drawPanels();
  drawBar();
}

function drawBar() {
  bar.dataset.now = progress();
  bar.replaceChildren(
    ...barParts({
      citizen,
      words: nextWords(citizen, Boolean(nextForm())),
      parks: Boolean(form) && !citizen.sealed && !TRAINING,
      park: () => void parkThis(),
      next: () => leaving.begin(progress()),
      note: noteField(citizen),
    }),
    leaving.place,
  );
}

/** How far the citizen's form is. */
function progress() {
  return citizen.sealed ? "finished" : form ? "open" : "nothing";
}

function draw() {
  form = undefined;
  citizen.form = "";
  drawBar();
  stage.replaceChildren(bar, said.place, citizen.service ? chosenService() : servicesPage(services(), choose));
}

/** @param {any} service */
function choose(service) {
  Object.assign(citizen, { service, started: Date.now() });
  said.nothing();
  draw();
  /** @type {HTMLElement | null} */ (stage.querySelector("h2[tabindex]:not(#now)"))?.focus();
}

function chosenService() {
  const { service, papers, finished } = citizen;
  return servicePage({
    service,
    papers: papersOf(service),
    shown: papers,
    forms: formsOf(service, finished),
    start: (id) => void startForm(id),
    back: () => {
      citizen.service = undefined;
      draw();
    },
  });
}

/** The form of the same service that comes after those that are done. */
function nextForm() {
  const { service, finished } = citizen;
  if (!service || !finished.length) return undefined;
  return formsOf(service, finished).find((/** @type {any} */ { done }) => !done);
}

/** @param {string} id @param {any} [keptState] of a form that was put away */
async function startForm(id, keptState) {
  Object.assign(citizen, { form: id, sealed: undefined });
  const own = (form = new DeskForm(id, citizen, {
    on: ON,
    quiet: parameters.has("quiet"),
    changed: () => {
      saving.soon();
      if (form === own) drawBarSoon();
    },
    another,
    next: () => samePersonPanel(nextForm(), (next) => void startForm(next), another),
  }));
  said.nothing();
  drawBar();
  stage.replaceChildren(bar, said.place, ...own.parts);
  await own.open(keptState);
}

/** Only when what the bar says has changed: the helper may be writing a note there. */
function drawBarSoon() {
  if (bar.dataset.now !== progress()) drawBar();
}

/** Another form for the same person: what is known of them stays. */
function another() {
  nextService(citizen);
  draw();
  /** @type {HTMLElement | null} */ (stage.querySelector("#services"))?.focus();
}

/** A card came, by a hand-held reader or for practice. @param {any} reading */
function takeCard(reading) {
  if (form?.element.step === "done") return said.finished();
  if (form?.element.flow) return putIn(form.element, reading);
  citizen.card = reading;
  said.nothing();
  drawBar();
}

/** Puts the citizen at hand away by their number, and the next one comes. */
async function parkThis() {
  if (!(await parking.put(citizen, form?.element))) return said.notKept();
  setQueue(queue().filter((number) => number !== citizen.ticket));
  await leave();
}

/** Goes on with somebody who was parked. @param {import("../desk/kept.js").Kept} kept */
async function open(kept) {
  if (form && !citizen.sealed) return said.occupied();
  if (citizen.sealed) return leaving.begin("finished");
  citizen = { ...nextCitizen(), ...reopenedFrom(kept, serviceOf(kept.service)) };
  setQueue([kept.ticket, ...queue().filter((number) => number !== kept.ticket)]);
  drawPanels();
  if (kept.form) await startForm(kept.form, kept.state);
  else draw();
}

/** @param {import("../desk/kept.js").Kept} kept */
function drop(kept) {
  void parking.drop(kept.ticket).then(drawPanels);
}

/** Counts the citizen, then forgets them. */
async function wipe() {
  const { service, finished, started, findings, past } = citizen;
  const outcome = /** @type {"sealed" | "left"} */ (finished.length ? "sealed" : "left");
  const done = [...past, ...(service ? [{ service: service.id, outcome, started, findings }] : [])];
  if (!TRAINING) for (const each of done) record({ ...each, point: point() });
  if (citizen.ticket) setQueue(queue().filter((number) => number !== citizen.ticket));
  if (citizen.reopened) await parking.drop(citizen.ticket);
  await leave();
}

/** Everything of today but what was counted. */
async function wipeAll() {
  await parking.dropAll();
  setQueue([]);
  await leave();
}

/** The page is loaded anew, so that no script, no field and no picture of the citizen is left. */
async function leave() {
  going = true;
  stage.hidden = true; // at once, whatever the storage does
  await saving.forget();
  await forget();
  location.replace(location.href.split("#")[0] ?? "");
}

async function forget() {
  const own = form;
  form = undefined;
  await own?.forget();
  stage.replaceChildren();
  said.nothing();
  citizen = nextCitizen();
  document.title = t("Bàn hỗ trợ – cancuoc", "Help desk – cancuoc");
}

// A form that nobody keeps: the browser asks before it is lost.
addEventListener("beforeunload", (event) => {
  if (!going && progress() === "open" && !(only && keeps())) event.preventDefault();
});
// Closing, and going back to a page that the browser kept in memory.
addEventListener("pagehide", () => {
  saving.now();
  void forget();
});
document.addEventListener("visibilitychange", () => document.hidden && saving.now());
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
watchIdle(
  IDLE,
  () => Boolean(citizen.service || citizen.card),
  () => void (progress() === "open" && only && (keeps() || citizen.reopened) ? parkThis() : wipe()),
);
