import { digestOf } from "./sealed.js";

/**
 * What became of a sealed application that was handed to the portal. `offline`: nobody answered, or a gateway said that
 * the portal cannot be reached now; `refused`: the portal has answered and not taken it.
 * @typedef {object} Outcome
 * @property {"sending" | "sent" | "refused" | "offline"} state
 * @property {string} [receipt] the portal's number
 * @property {number} [status] of the answer
 * @property {readonly any[]} [findings] what the portal says is wrong
 */

/** Answers of a gateway whose portal is away, or of a portal that asks for patience. */
const AWAY = [408, 429, 502, 503, 504];

/**
 * Hands the sealed application to the portal and shows what became of it.
 * @param {any} ui the form's element
 * @param {{ url?: string, headers?: Record<string, string>, send?: Function }} options
 * @returns {Promise<Outcome | undefined>} nothing where nothing is sealed
 */
export function submit(ui, options) {
  const { sealed } = ui;
  if (!sealed) return Promise.resolve(undefined);
  // "Send again" sends as the host did.
  const how = Object.keys(options).length ? options : (ui.submission?.how ?? {});
  if (ui.submission?.state === "sending") return ui.submission.running;
  const running = ask(sealed, { url: ui.getAttribute("action") ?? undefined, ...how }).then((outcome) => {
    // Whoever has gone on meanwhile has another application.
    if (ui.sealed === sealed) tell(ui, outcome, how);
    return outcome;
  });
  tell(ui, { state: "sending", running }, how);
  return running;
}

/** @param {any} ui @param {Outcome & { running?: Promise<Outcome> }} outcome @param {object} how */
function tell(ui, outcome, how) {
  ui.submission = { ...outcome, of: ui.sealed, how };
  const { running: _, ...detail } = outcome;
  ui.emit("submit", detail);
  if (outcome.state === "offline") tryAgainOnline(ui);
  const wrong = (outcome.findings ?? []).filter(({ severity }) => severity === "error");
  if (outcome.state === "refused" && wrong.length) ui.setFindings(wrong);
  else if (ui.step === "done") ui.draw();
}

/** As soon as the device says that it has a network, while the page is open. @param {any} ui */
function tryAgainOnline(ui) {
  const { submission } = ui;
  const again = () => {
    if (ui.isConnected && ui.submission === submission && ui.getAttribute("retry") !== "off") void submit(ui, {});
  };
  addEventListener("online", again, { once: true });
}

/**
 * @param {any} application
 * @param {{ url?: string, headers?: Record<string, string>, send?: Function }} options
 * @returns {Promise<Outcome>}
 */
async function ask(application, { url, headers, send }) {
  // The same application sent twice is one: the portal answers with the first receipt.
  const key = digestOf(application);
  let answer;
  try {
    answer = send
      ? await send(application, { key })
      : await fetch(url ?? location.href, {
          method: "POST",
          headers: {
            "Content-Type": "application/json",
            Accept: "application/json",
            "Idempotency-Key": key,
            ...headers,
          },
          body: JSON.stringify(application),
        });
  } catch {
    return { state: "offline" };
  }
  if (!(answer instanceof Response)) return outcomeOf(answer ?? {}, true);
  const { status } = answer;
  if (AWAY.includes(status)) return { state: "offline", status };
  const said = await answer.json().catch(() => ({}));
  return { ...outcomeOf(said ?? {}, answer.ok), status };
}

/** @param {any} said @param {boolean} ok @returns {Outcome} */
function outcomeOf(said, ok) {
  const findings = Array.isArray(said.findings) ? said.findings.filter(isFinding) : [];
  if (!ok || said.ok === false || said.state === "refused") return { state: "refused", findings };
  if (said.state === "offline") return { state: "offline" };
  const receipt = said.receipt ?? said.number;
  return { state: "sent", ...(receipt === undefined ? {} : { receipt: String(receipt) }) };
}

/** @param {any} value */
function isFinding(value) {
  return ["code", "severity", "path", "message"].every((name) => typeof value?.[name] === "string");
}
