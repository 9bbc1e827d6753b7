import { h } from "../shell/dom.js";
import { onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { Choose } from "./lists/choose.js";
import { ListStore, markOpen, wasOpen } from "./lists/kept.js";
import { count, notice } from "./lists/words.js";
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
  await show(new Work(chosen, leave)).run();
}

/** @param {Work} own */
function show(own) {
  work = own;
  screen.replaceChildren(own.place);
  print.replaceChildren(own.print);
  return own;
}

/** After a reload: the list as it was, or a word that it is gone. */
async function reloaded() {
  const before = wasOpen();
  await ListStore.tidy().catch(() => {});
  const store = await ListStore.again();
  const kept = await store?.load().catch(() => undefined);
  if (work) return;
  if (kept) return show(new Work(kept.chosen, leave, store)).again(kept);
  markOpen(undefined);
  // What somebody is about to press stays where it is.
  if (before) screen.prepend(notice("warning", lost(before.decisions)));
}

/** @param {number} decisions */
function lost(decisions) {
  const file = t("Hãy chọn lại tệp.", "Choose the file again.");
  const gone = t("Trang đã tải lại, danh sách không được giữ.", "The page was reloaded, the list was not kept.");
  if (!decisions) return `${gone} ${file}`;
  const words = t(
    `Trang đã tải lại. Danh sách và ${count(decisions)} lựa chọn không được giữ, vì “Giữ việc đang làm” chưa được bật.`,
    `The page was reloaded. The list and ${count(decisions)} decisions were not kept: “Keep the work” was off.`,
  );
  return `${words} ${file}`;
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
void reloaded();
