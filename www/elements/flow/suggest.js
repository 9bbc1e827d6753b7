import { formatAnswer } from "../format.js";
import { get } from "../paths.js";

/**
 * What a form can say by itself: the day of today, an office by the address, a sentence out of other answers. The pack
 * describes it (`suggest` of a field, docs/packs.md). Always in Vietnamese: it is written into the form.
 *
 * @param {any} flow @param {any} field @returns {unknown} nothing, where something for it is not known yet
 */
export function suggestion(flow, field) {
  const said = field.suggest;
  if (!said) return undefined;
  if (said === "today") return flow.options.on ?? today();
  if (said.office) {
    const unit = said.of.map((/** @type {string} */ id) => communeOf(flow.value(id))).find(Boolean);
    return unit && said.office.replace("{commune}", unit);
  }
  if (said.values) return said.values[String(flow.value(said.by))];
  const text = said.texts?.[String(flow.value(said.by))];
  return text && filledIn(flow, text);
}

/** The day in Việt Nam: also for who is abroad. */
function today() {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** @param {any} flow @param {string} text with `{field}` for answers; nothing while one of them is missing */
function filledIn(flow, text) {
  let whole = true;
  const filled = text.replace(/\{(\w+)\}/g, (_, id) => {
    const shown = formatAnswer(flow.field(id) ?? {}, flow.value(id), "vi");
    whole &&= shown !== "";
    return shown;
  });
  return whole ? filled : undefined;
}

/**
 * "phường Sài Gòn, Thành phố Hồ Chí Minh" out of an address in the units of today.
 * @param {any} address
 */
function communeOf(address) {
  const text = typeof address === "object" && address !== null ? (address.text ?? "") : String(address ?? "");
  const [, kind, name, province] = /(?:^|,)\s*(Xã|Phường|Đặc khu)\s+([^,]+),\s*([^,]+?)\s*$/iu.exec(text) ?? [];
  return kind && `${kind.toLowerCase()} ${name.trim()}, ${province}`;
}

/**
 * Puts suggestions and defaults into fields that nobody has filled in, or that still hold the last suggestion. One may
 * let others be seen: the page is gone through until nothing is new.
 * @param {any} flow @param {any[]} fields
 */
export function offerSuggestions(flow, fields) {
  for (let round = 0; round < ROUNDS && fields.filter((field) => offer(flow, field)).length; round += 1);
}

/** Suggestions do not hang on one another more deeply than this. */
const ROUNDS = 4;

/** @param {any} flow @param {any} field @returns {boolean} whether something new stands there */
function offer(flow, field) {
  const { state } = flow;
  const { id } = field;
  if ((!field.suggest && field.default === undefined) || !flow.visible(id) || id in state.preset) return false;
  const now = get(state.answers, id);
  const before = state.suggested[id];
  const free = now === undefined ? before === undefined && !(id in state.raw) : now === before;
  if (!free) return false;
  const offered = suggestion(flow, field) ?? field.default;
  if (offered === undefined || offered === now) return false;
  flow.answer(id, offered);
  state.suggested[id] = offered;
  return true;
}
