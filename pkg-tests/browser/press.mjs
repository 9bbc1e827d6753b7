// A real click that is known to have come to its element.

/** Tries, and milliseconds for a page with busy cores to hear one. */
const TRIES = 3;
const HEARD = 2000;

/** Milliseconds after which a driver that has not pressed yet is not waited for any longer. */
const PRESSED = 30_000;

/** What was to be pressed is not there: a page that was drawn anew has another in its place. */
export class Gone extends Error {
  name = "Gone";
}

/** The element of a selector whose ` >>> ` steps into shadow roots. @param {string} deep */
export function deepQuery(deep) {
  const [first, ...rest] = deep.split(" >>> ").map((step) => JSON.stringify(step));
  return `document.querySelector(${first})${rest.map((step) => `?.shadowRoot?.querySelector(${step})`).join("")}`;
}

/**
 * Brings it into view, listens, and says where it stands: the middle of its first box, in CSS pixels of the window.
 * The drivers' own ways ask an IntersectionObserver first, which waits for the next frame: one that a headless
 * browser on busy cores may never draw.
 * @param {string} deep
 */
const listen = (deep) => `(() => {
  const node = ${deepQuery(deep)};
  if (!node) return null;
  node.scrollIntoView({ block: "center", behavior: "instant" });
  node.addEventListener("click", () => (window.heard = true), { capture: true, once: true });
  window.heard = false;
  const box = [...node.getClientRects()].find(({ width, height }) => width * height > 1);
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : {};
})()`;

/** @typedef {{ x: number, y: number }} Point */

/**
 * Presses until the element hears it. A press comes down where an element stood a moment before: on a page that moves
 * meanwhile it falls beside, and nobody says so.
 *
 * @param {string} deep the element
 * @param {(source: string) => Promise<any>} evaluate in the page
 * @param {(at: Point) => Promise<void>} press
 * @throws {Gone} where it is not there, or no longer
 */
export async function pressUntilHeard(deep, evaluate, press) {
  /** @type {unknown} */ let cause;
  for (let tries = 1; tries <= TRIES; tries++) {
    const point = await evaluate(listen(deep));
    if (!point) throw new Gone(`nothing matches ${deep}`, { cause });
    if (point.x === undefined) cause = new Error(`${deep} has no box to press`);
    else cause = await pressAt(point, evaluate, press);
    if (!cause) return;
  }
  throw new Error(`the click never came to ${deep}`, { cause });
}

/**
 * @param {Point} point @param {(source: string) => Promise<any>} evaluate @param {(at: Point) => Promise<void>} press
 * @returns {Promise<unknown>} why it was not heard
 */
async function pressAt(point, evaluate, press) {
  /** @type {unknown} */ let cause;
  let end = Date.now() + PRESSED;
  press(point).then(
    () => (end = Math.min(end, Date.now() + HEARD)),
    (/** @type {unknown} */ error) => {
      cause = error;
      end = 0;
    },
  );
  for (;;) {
    // The page may be gone with the press: another one has no such mark.
    if (await evaluate("window.heard !== false").catch(unlessHung)) return undefined;
    if (Date.now() >= end) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  unlessHung(cause);
  return (
    cause ?? new Error(`pressed at ${Math.round(point.x)}, ${Math.round(point.y)}: ${await evaluate(under(point))}`)
  );
}

/** What lies at a point, without its words. @param {Point} point */
const under = ({ x, y }) => `(() => {
  let found = document.elementFromPoint(${x}, ${y});
  while (found?.shadowRoot?.elementFromPoint(${x}, ${y})) {
    const inner = found.shadowRoot.elementFromPoint(${x}, ${y});
    if (inner === found) break;
    found = inner;
  }
  return "there is " + (found ? found.localName + (found.id && "#" + found.id) : "nothing");
})()`;

/** @param {any} error */
function unlessHung(error) {
  if (error?.name === "EngineHung") throw error;
  return error;
}
