/** What is said about printing, in both languages: read when a form is complete, so not among the first messages. */
const WORDS = {
  making: ["Đang chuẩn bị trang in…", "Preparing the pages…"],
  failed: [
    "Chưa tải được mẫu in. Hãy kiểm tra mạng rồi bấm lại; cần ngay thì in bản kê các câu trả lời.",
    "The printed form could not be loaded. Check the network and press again, or print a list of the answers now.",
  ],
  plain: ["In bản kê các câu trả lời", "Print a list of the answers"],
  page: [
    "Trang {n} trên {all} của tờ khai như bản in; các câu trả lời có ở dưới",
    "Page {n} of {all} of the form as printed; the answers stand below",
  ],
  shown: ["Tờ khai như bản in", "The form as printed"],
};

/** @param {"vi" | "en"} locale @param {keyof typeof WORDS} key @param {Record<string, string | number>} [values] */
export function words(locale, key, values = {}) {
  const text = WORDS[key][locale === "en" ? 1 : 0] ?? "";
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
