// A real click that is known to have come to its element.

/** Tries, and milliseconds for a page with busy cores to hear one. */
const TRIES = 3;
const HEARD = 2000;

/** What was to be pressed is not there: a page that was drawn anew has another in its place. */
export class Gone extends Error {
  name = "Gone";
}

/** The element of a selector whose ` >>> ` steps into shadow roots. @param {string} deep */
export function deepQuery(deep) {
  const [first, ...rest] = deep.split(" >>> ").map((step) => JSON.stringify(step));
  return `document.querySelector(${first})${rest.map((step) => `?.shadowRoot?.querySelector(${step})`).join("")}`;
}

/** @param {string} deep */
const listen = (deep) => `(() => {
  const node = ${deepQuery(deep)};
  node?.scrollIntoView({ block: "center" });
  node?.addEventListener("click", () => (window.heard = true), { capture: true, once: true });
  window.heard = false;
  return Boolean(node);
})()`;

/**
 * Presses until the element hears it. A driver presses where an element stood a moment before: on a page that moves
 * meanwhile the press falls beside, and nobody says so, or the driver finds no point to press.
 *
 * @param {string} deep the element
 * @param {(source: string) => Promise<any>} evaluate in the page
 * @param {() => Promise<void>} press
 * @throws {Gone} where it is not there, or no longer
 */
export async function pressUntilHeard(deep, evaluate, press) {
  /** @type {unknown} */ let cause;
  for (let tries = 1; tries <= TRIES; tries++) {
    if (!(await evaluate(listen(deep)))) throw new Gone(`nothing matches ${deep}`, { cause });
    cause = await press().catch(unlessHung);
    for (const end = Date.now() + HEARD; Date.now() < end; await new Promise((done) => setTimeout(done, 20))) {
      // The page may be gone with the press: another one has no such mark.
      if (await evaluate("window.heard !== false").catch(unlessHung)) return;
      if (cause) break;
    }
  }
  throw new Error(`the click never came to ${deep}`, { cause });
}

/** @param {Error} error */
function unlessHung(error) {
  if (error.name === "EngineHung") throw error;
  return error;
}
