/** What the photo of a card's back says; `{name}` stands for an argument. It comes when the back is asked for. */
const WORDS = {
  vi: {
    take: "Chụp mặt sau thẻ",
    takeAny: "Chụp mặt sau thẻ, hoặc trang hộ chiếu",
    hint: "Thấy trọn các dòng chữ có dấu < ở cuối thẻ, và cả mã QR nếu có. Ảnh không được gửi đi đâu.",
    nothing:
      "Không thấy mã QR hay các dòng chữ có dấu < trong ảnh này. Chụp gần hơn, đủ sáng, thấy trọn mặt sau " +
      "thẻ, hoặc gõ các dòng.",
    codeOnly: "Đã đọc mã QR. Chưa thấy các dòng chữ có dấu <: chụp lại, gõ các dòng, hoặc đi tiếp với mã QR.",
    useCode: "Đi tiếp với mã QR",
    unsure: "Đã điền các dòng đọc được. Còn {n} ký tự chưa rõ, ghi là ?: so với thẻ rồi chọn hoặc gõ.",
    codeToo: "Mã QR trong ảnh cũng đã đọc được.",
    place: "Dòng {line}, ký tự thứ {column} trên thẻ là gì?",
    sign: "{sign} – dòng {line}, ký tự thứ {column}",
    none: "Không giống ký tự nào: gõ theo thẻ.",
    filled: "Không còn ký tự nào chưa rõ. So lại với thẻ rồi bấm nút bên dưới.",
    passport: "Ảnh này là trang hộ chiếu. Ở đây cần mặt sau thẻ căn cước.",
  },
  en: {
    take: "Take a photo of the card’s back",
    takeAny: "Take a photo of the card’s back, or of the passport’s page",
    hint:
      "Show all the lines with < at the foot of the card, and the QR code if it is there. The photo is not " +
      "sent anywhere.",
    nothing:
      "There is no QR code and no line with < to be seen in this photo. Take it again from closer, in good " +
      "light, with the whole back in view, or type the lines.",
    codeOnly:
      "The QR code was read. The lines with < were not found: take another photo, type the lines, or go on " +
      "with the QR code.",
    useCode: "Go on with the QR code",
    unsure:
      "The lines that could be read are filled in. {n} characters are not clear and stand as ?: compare " +
      "with the card, then choose or type them.",
    codeToo: "The QR code in the photo was read as well.",
    place: "What does the card show in line {line}, character {column}?",
    sign: "{sign} – line {line}, character {column}",
    none: "Looks like no character: type what the card shows.",
    filled: "No character is unclear any more. Compare with the card, then press the button below.",
    passport: "This photo is of a passport. The back of the citizen card is needed here.",
  },
};

/**
 * @param {"vi" | "en"} locale
 * @param {keyof typeof WORDS.vi} key
 * @param {Record<string, string | number>} [values]
 */
export function backWords(locale, key, values = {}) {
  return WORDS[locale][key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
