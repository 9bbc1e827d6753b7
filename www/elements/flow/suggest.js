import { formatAnswer, localised } from "../format.js";
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
  if (said.text) return localised(said.text, "vi");
  if (said.office) {
    const unit = said.of.map((/** @type {string} */ id) => communeOf(flow.value(id))).find(Boolean);
    return unit && said.office.replace("{commune}", unit);
  }
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
 * Puts suggestions into fields that nobody has filled in, or that still hold the last suggestion.
 * @param {any} flow @param {any[]} fields
 */
export function offerSuggestions(flow, fields) {
  const { state } = flow;
  for (const field of fields) {
    if (!field.suggest || !flow.visible(field.id) || field.id in state.preset) continue;
    const now = get(state.answers, field.id);
    const before = state.suggested[field.id];
    const free = now === undefined ? before === undefined && !(field.id in state.raw) : now === before;
    if (!free) continue;
    const offered = suggestion(flow, field);
    if (offered === undefined || offered === now) continue;
    flow.answer(field.id, offered);
    state.suggested[field.id] = offered;
  }
}
