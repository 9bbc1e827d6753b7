import { get } from "../paths.js";

/**
 * Whoever reads their own card and says who they are ("I am the mother") has said whose data it holds there too: an
 * answer of a choice that is the name of a role. Only into places where nothing stands.
 * @param {any} flow @param {any[]} fields of the page
 */
export function takeSame(flow, fields) {
  const { state } = flow;
  const own = state.cards.find((/** @type {any} */ { role }) => role === "applicant");
  if (!own) return;
  const said = new Set(
    flow.form.sections
      .flatMap((/** @type {any} */ section) => section.fields)
      .filter((/** @type {any} */ { type, id }) => type === "choice" && /relation/i.test(id))
      .map((/** @type {any} */ { id }) => get(state.answers, id)),
  );
  const ids = new Set(fields.map(({ id }) => id));
  for (const { role, group, map } of flow.roles) {
    const places = Object.keys(map);
    const free = places.every((id) => get(state.answers, id) === undefined || id in state.suggested);
    if (role === "applicant" || group || !said.has(role) || !free || !places.every((id) => ids.has(id))) continue;
    const before = { readings: state.readings, role: state.role };
    Object.assign(state, { readings: own.readings, role });
    flow.take();
    Object.assign(state, before, { conflicts: [] });
  }
}
