/**
 * From now on what the page lets the browser save stands in `saved`, a list of blobs, and its name in `saved.name`.
 * @param {import("./harness.mjs").Page} page
 */
export async function keepDownloads(page) {
  await page.evaluate(`(() => {
    window.saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => (saved.push(blob), make.call(URL, blob));
    HTMLAnchorElement.prototype.click = function () { saved.name = this.download; };
  })()`);
}
