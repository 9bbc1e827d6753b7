/** Vietnamese, unless the address says `?lang=en`. @type {"vi" | "en"} */
export const locale = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "vi";

/** @param {string} vi @param {string} en */
export const t = (vi, en) => (locale === "en" ? en : vi);

/** An instant, in Việt Nam. @param {string} iso */
export const at = (iso) =>
  new Date(iso).toLocaleString(locale === "en" ? "en-GB" : "vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    dateStyle: "short",
    timeStyle: "short",
  });

/** Where an application stands, in words. @type {Record<string, string>} */
export const STATUS = {
  received: t("Đã nhận", "Received"),
  working: t("Đang giải quyết", "In progress"),
  more: t("Cần bổ sung", "More is needed"),
  done: t("Đã xong", "Done"),
  refused: t("Không được giải quyết", "Refused"),
};

/** What stands in the page's HTML is Vietnamese; `data-en` has the English. */
export function translatePage() {
  document.documentElement.lang = locale;
  if (locale !== "en") return;
  for (const element of document.querySelectorAll("[data-en]")) element.textContent = element.getAttribute("data-en");
  for (const link of document.querySelectorAll("nav a"))
    link.setAttribute("href", `${link.getAttribute("href")}?lang=en`);
}
