import { h } from "../shell/dom.js";
import { onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { Choose } from "./lists/choose.js";
import { notice } from "./lists/words.js";
import { Work } from "./lists/work.js";

mountShell();

const screen = h("div", { class: "screen" });
const print = h("div", {});
document.querySelector("main")?.append(screen, print);

/** @type {Work | undefined} */ let work;
const choose = new Choose(
  "file",
  () => t("Danh sách", "The list"),
  (chosen) => void begin(chosen),
  () => t("Kiểm tra danh sách", "Check the list"),
);

/** @param {import("./lists/choose.js").Chosen} chosen */
async function begin(chosen) {
  const own = (work = new Work(chosen, leave));
  screen.replaceChildren(own.place);
  print.replaceChildren(own.print);
  await own.run();
}

/** Back to the choice of a file. @param {string} [words] why */
function leave(words) {
  work?.end();
  work = undefined;
  print.replaceChildren();
  choose.draw();
  screen.replaceChildren(...(words ? [notice("warning", words)] : []), choose.place);
}

// What was decided is in no file yet, and nothing is kept: the browser asks before it is lost.
addEventListener("beforeunload", (event) => {
  if (work?.unsaved) event.preventDefault();
});

onLocale(() => {
  if (work) void work.draw();
  else leave();
});
