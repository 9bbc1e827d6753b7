/** Said only where a portal wants it so: these words come with what says them. */
const WORDS = {
  vi: {
    onePage: "Điền tờ khai",
    lockedWhy: "Lấy từ tài khoản của bạn, không sửa được ở đây.",
    lockedWhere: "Nếu sai, hãy sửa trong tài khoản của bạn, hoặc báo cho nơi quản lý trang này.",
    lockedLink: "Sửa trong tài khoản",
    newTab: "mở trang khác",
    differs:
      "{label}: thẻ ghi “{value}”, khác với tài khoản của bạn. Tờ khai dùng điều ghi trong tài khoản. " +
      "Nếu tài khoản sai, hãy sửa ở đó.",
    otherPerson:
      "Thẻ này có số định danh khác với tài khoản của bạn, nên không có gì được điền từ thẻ. " +
      "Hãy đọc thẻ của người đứng tên tài khoản.",
  },
  en: {
    onePage: "Fill in the form",
    lockedWhy: "From your account; it cannot be changed here.",
    lockedWhere: "If it is wrong, change it in your account, or tell those who run this site.",
    lockedLink: "Change it in your account",
    newTab: "opens another page",
    differs:
      "{label}: the card says “{value}”, other than your account. The form uses what the account says. " +
      "If the account is wrong, change it there.",
    otherPerson:
      "This card has another personal number than your account, so nothing is filled in from it. " +
      "Read the card of the person whose account this is.",
  },
};

/**
 * @param {"vi" | "en"} locale @param {keyof typeof WORDS.vi} key @param {Record<string, string>} [values]
 */
export function words(locale, key, values = {}) {
  return WORDS[locale][key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
