/** For the help desk: a form is put away and opened again; its hand-held reader. No interface of the package. */
export { soundDraft } from "./draft-check.js";
export { stateFrom } from "./flow/state.js";
export { Wedge } from "./wedge.js";
