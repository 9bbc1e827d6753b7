// How a test uses the page that cleans lists: by the words of its buttons.

/** The button with these words, as an expression in the page. @param {string} words */
const button = (words) =>
  `[...document.querySelectorAll("main button")].find((own) => own.textContent.includes(${JSON.stringify(words)}))`;

/** @param {() => { page: import("./harness.mjs").Page }} get */
export function listsPage(get) {
  return {
    /** Waits until it can be pressed. @param {string} words */
    async press(words) {
      await get().page.waitFor(`!!${button(words)} && !${button(words)}.disabled`, `the button ${words}`);
      await get().page.evaluate(`${button(words)}.click()`);
    },
    /** @param {string} selector @returns {Promise<string>} */
    text: (selector) => get().page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""`),
  };
}
