import { h } from "../dom.js";

const WORDS = {
  vi: { read: "Đọc to", stop: "Dừng đọc" },
  en: { read: "Read aloud", stop: "Stop reading" },
};

/** What a page says: its errors first, then question by question. Nothing that somebody has filled in. */
const SPOKEN = [
  ".summary h2",
  ".summary li",
  "#title",
  "legend",
  "label",
  ".hint",
  ".wrong-words",
  ".lead",
  ".notice p",
];

/**
 * Offers to read aloud what stands around a place, where this device has a voice of its own for the language: one that
 * asks a server would send it out. Voices may come late.
 * @param {HTMLElement} place where the button goes @param {"vi" | "en"} locale
 */
export function offerReading(place, locale) {
  const speech = globalThis.speechSynthesis;
  if (!speech) return;
  // A page that is left is not read on.
  speech.cancel();
  if (draw(place, locale)) return;
  const late = () => {
    if (!place.isConnected || draw(place, locale)) speech.removeEventListener("voiceschanged", late);
  };
  speech.addEventListener?.("voiceschanged", late);
}

/** @param {HTMLElement} place @param {"vi" | "en"} locale */
function draw(place, locale) {
  const voice = voiceOf(locale);
  if (!voice) return false;
  const { read, stop } = WORDS[locale];
  const speech = globalThis.speechSynthesis;
  let reads = false;
  const put = (/** @type {boolean} */ now) => {
    reads = now;
    button.textContent = now ? stop : read;
  };
  const button = h("button", {
    type: "button",
    class: "button quiet",
    onclick: () => {
      speech.cancel();
      if (reads) return put(false);
      put(true);
      const sentences = sentencesOf(/** @type {HTMLElement} */ (place.parentElement));
      sentences.forEach((sentence, index) => {
        const said = new SpeechSynthesisUtterance(sentence);
        said.voice = voice;
        said.lang = voice.lang;
        said.onerror = () => put(false);
        if (index === sentences.length - 1) said.onend = () => put(false);
        speech.speak(said);
      });
    },
  });
  put(false);
  place.replaceChildren(button);
  place.hidden = false;
  return true;
}

/** @param {"vi" | "en"} locale */
function voiceOf(locale) {
  const voices = globalThis.speechSynthesis.getVoices();
  return voices.find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(locale));
}

/** @param {HTMLElement} screen */
function sentencesOf(screen) {
  const found = [...screen.querySelectorAll(SPOKEN.join(", "))].filter(
    (each) => each.getClientRects().length && !each.parentElement?.closest(SPOKEN.join(", ")),
  );
  return found.map((each) => String(each.textContent).replace(/\s+/g, " ").trim()).filter(Boolean);
}
