import { h } from "../shell/dom.js";
import { onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { servicesList } from "./index/services.js";
import { buildersList, toolsList } from "./index/tools.js";

const parameters = new URLSearchParams(location.search);

// Until the end of 2026 a form's address was `/?form=…`.
if (parameters.has("form")) location.replace(`./form.html${location.search}`);
else start();

function start() {
  mountShell();
  const place = /** @type {HTMLElement} */ (document.getElementById("services"));
  const drafts = /** @type {HTMLElement} */ (document.getElementById("drafts"));
  /** @type {any[]} */ let services = [];

  onLocale(draw);
  void load();

  async function load() {
    try {
      const response = await fetch("./catalogue/all.json", { credentials: "same-origin" });
      if (!response.ok) throw new Error(`${response.status}`);
      services = await response.json();
      draw();
    } catch {
      const said = t(
        "Danh sách đầy đủ chưa tải được. Hãy kiểm tra mạng rồi tải lại trang.",
        "The full list could not be loaded. Check the network and reload.",
      );
      place.append(h("p", { role: "alert", class: "notice warning" }, said));
    }
  }

  function draw() {
    if (!services.length) return;
    const find = /** @type {HTMLInputElement | null} */ (document.getElementById("find"));
    place.replaceChildren(...servicesList(services, find?.value), toolsList(), buildersList());
    void drawDrafts();
  }

  /** What others began on this device is listed, never opened by itself. */
  async function drawDrafts() {
    const { keptForms, keptList } = await import("./index/kept.js");
    try {
      drafts.replaceChildren(keptList(await keptForms(), services, () => void drawDrafts()) ?? "");
    } catch {
      drafts.replaceChildren(); // The browser keeps nothing here: private mode, or storage is full.
    }
  }
}
