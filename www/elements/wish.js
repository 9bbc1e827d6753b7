/** What only some portals ask for. Where one of them is set its scripts come with the form's, and else never. */
export const WISHES = ["steps", "hide", "locked", "account-url"];

/**
 * @param {any} ui the form's element
 * @returns {Promise<void> | undefined} nothing to wait for, as nearly always
 */
export function loadWishes(ui) {
  if (ui.wishes || !WISHES.some((name) => ui.hasAttribute(name))) return undefined;
  return import("./wishes/wishes.js").then(
    ({ Wishes }) => void (ui.wishes ??= new Wishes(ui)),
    () => {},
  );
}
