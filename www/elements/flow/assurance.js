/** From what proves least to what proves most. */
const LADDER = ["none", "wellFormed", "consistent", "intact", "authentic", "genuine"];

/**
 * What the portal wants to be read of the applicant's card (`min-assurance`); nothing where it takes typed answers.
 * @param {any} ui the form's element
 */
export function wantedAssurance(ui) {
  const wanted = ui.getAttribute("min-assurance") ?? "";
  return LADDER.indexOf(wanted) > 0 ? wanted : undefined;
}

/** Whether the applicant's card was read as well as the portal wants. @param {any} ui */
export function isSureEnough(ui) {
  const wanted = wantedAssurance(ui);
  return !wanted || LADDER.indexOf(ui.flow.state.assurance) >= LADDER.indexOf(wanted);
}
