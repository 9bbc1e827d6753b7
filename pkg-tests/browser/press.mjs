// A real click that is known to have come to its element.

/** Tries, and milliseconds for a page with busy cores to hear one. */
const TRIES = 3;
const HEARD = 2000;

/** @param {Element} node */
function listen(node) {
  node.scrollIntoView({ block: "center" });
  const hear = () => void (/** @type {any} */ (window.heard = node));
  node.addEventListener("click", hear, { capture: true, once: true });
}

/** A press that took the element away was heard. @param {Element} node */
const heard = (node) => /** @type {any} */ (window).heard === node || !node.isConnected;

/**
 * Presses until the element hears it. A driver presses where an element stood a moment before: on a page that moves
 * meanwhile the press falls beside, and nobody says so.
 *
 * @param {string} deep its name, for the error
 * @param {(ask: (node: any) => any) => Promise<any>} evaluate a function of the element, in the page
 * @param {() => Promise<void>} press
 */
export async function pressUntilHeard(deep, evaluate, press) {
  for (let tries = 1; tries <= TRIES; tries++) {
    await evaluate(listen);
    await press();
    for (const end = Date.now() + HEARD; Date.now() < end; await new Promise((done) => setTimeout(done, 20))) {
      // The page may be gone with the press.
      const there = await evaluate(heard).catch((/** @type {Error} */ error) => {
        if (error.name === "EngineHung") throw error;
        return true;
      });
      if (there) return;
    }
  }
  throw new Error(`the click never came to ${deep}`);
}
