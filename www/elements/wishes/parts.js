/** What can be hidden, and where it is. A field is nothing of these: a required one would close the form. */
export const PARTS = /** @type {Record<string, string>} */ ({
  scan: '[data-part="howScan"]',
  photo: '[data-part="howPhoto"]',
  mrz: '[data-part="howMrz"], [data-part="toMrz"]',
  cards: ".cards-of",
  caption: ".caption",
  progress: ".bar",
  aloud: ".aloud",
  print: '[data-part="print"]',
  pdf: '[data-part="pdf"]',
  download: '[data-part="doneDownload"]',
  share: '[data-part="doneShare"]',
  next: ".next-steps",
  digest: '[data-part="digest"]',
  again: '[data-part="again"]',
});

/** The ways to read a card on the first page. */
export const READING = ["scan", "photo", "mrz"];

/** @param {HTMLElement} place @param {string} word of `PARTS` */
export function partsIn(place, word) {
  return place.querySelectorAll(PARTS[word]);
}
