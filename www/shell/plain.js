/** Without case and marks, for searching: `plain("Đăng ký")` is `"dang ky"`. @param {string} text */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase();
}
