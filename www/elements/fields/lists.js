/** Danh mục các thành phần dân tộc Việt Nam (Quyết định 121-TCTK/PPCĐ ngày 02/3/1979), in its order: 54. */
export const ETHNICITIES = (
  "Kinh|Tày|Thái|Hoa|Khmer|Mường|Nùng|Mông|Dao|Gia Rai|Ngái|Ê Đê|Ba Na|Xơ Đăng|Sán Chay|Cơ Ho|Chăm|" +
  "Sán Dìu|Hrê|Mnông|Ra Glai|Xtiêng|Bru - Vân Kiều|Thổ|Giáy|Cơ Tu|Gié Triêng|Mạ|Khơ Mú|Co|Tà Ôi|Chơ Ro|" +
  "Kháng|Xinh Mun|Hà Nhì|Chu Ru|Lào|La Chí|La Ha|Phù Lá|La Hủ|Lự|Lô Lô|Chứt|Mảng|Pà Thẻn|Cơ Lao|Cống|" +
  "Bố Y|Si La|Pu Péo|Brâu|Ơ Đu|Rơ Măm"
).split("|");

/** ISO 3166-1 alpha-2: the member states of the United Nations. */
const CODES =
  "AFALDZADAOAGARAMAUATAZBSBHBDBBBYBEBZBJBTBOBABWBRBNBGBFBICVKHCMCACFTDCLCNCOKMCGCDCRCIHRCUCYCZDKDJDMDOECEGSVGQEREESZ" +
  "ETFJFIFRGAGMGEDEGHGRGDGTGNGWGYHTHNHUISINIDIRIQIEILITJMJPJOKZKEKIKPKRKWKGLALVLBLSLRLYLILTLUMGMWMYMVMLMTMHMRMUMXFMMD" +
  "MCMNMEMAMZMMNANRNPNLNZNINENGMKNOOMPKPWPAPGPYPEPHPLPTQARORURWKNLCVCWSSMSTSASNRSSCSLSGSKSISBSOZASSESLKSDSRSECHSYTJTZ" +
  "THTLTGTOTTTNTRTMTVUGUAAEGBUSUYUZVUVEVNYEZMZW";

/** Names in Vietnamese, as they are written into a form: Việt Nam first. */
export const COUNTRIES = namesOf(CODES);

/** @param {string} codes */
function namesOf(codes) {
  const names = new Intl.DisplayNames(["vi"], { type: "region" });
  const all = (codes.match(/../g) ?? []).map((code) => names.of(code) ?? code);
  const order = new Intl.Collator("vi");
  return ["Việt Nam", ...all.filter((name) => name !== "Việt Nam").sort(order.compare)];
}
