import { trustedScriptUrl } from "../../pkg/widget/page-common.js";
import { h } from "./dom.js";
import { onLocale, t } from "./locale.js";

/**
 * Keeps the site for use without a network, and tells of a new version. The new one waits: nobody loses a page under
 * their hands.
 */
export function keepOffline() {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  const start = () => register().catch(() => {});
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

async function register() {
  const registration = await navigator.serviceWorker.register(trustedScriptUrl(new URL("../sw.js", import.meta.url)), {
    updateViaCache: "none",
  });
  if (registration.waiting && navigator.serviceWorker.controller) announce(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && navigator.serviceWorker.controller) announce(coming);
    });
  });
}

/** @param {ServiceWorker} waiting */
function announce(waiting) {
  document.querySelector(".update")?.remove();
  const words = h("span");
  const now = h("button", { type: "button", class: "button" });
  const later = h("button", { type: "button", class: "button quiet" });
  const bar = h("div", { class: "update", role: "status" }, h("div", { class: "wrap" }, words, now, later));
  const stop = onLocale(() => {
    words.textContent = t(
      "Có bản mới của trang này. Những gì đã gõ được giữ lại.",
      "There is a new version of this page. What was typed is kept.",
    );
    now.textContent = t("Dùng bản mới", "Use the new version");
    later.textContent = t("Để sau", "Later");
  });
  now.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take over");
  });
  later.addEventListener("click", () => {
    stop();
    bar.remove();
  });
  document.body.append(bar);
}
