/**
 * What the panel for reading a chip says; `{name}` stands for an argument. Errors of the card bring their own words.
 */
const WORDS = {
  vi: {
    title: "Đọc chip trên thẻ",
    phone: "Máy này đọc được chip. Chip cho dữ liệu đã ký, và tự chứng minh nó không phải bản sao.",
    helper: "Đầu đọc thẻ của máy này đọc được chip. Chip cho dữ liệu đã ký, và tự chứng minh nó không phải bản sao.",
    sensitive: "Chip ghi cả dân tộc và tôn giáo: đó là dữ liệu cá nhân nhạy cảm. Ảnh trong chip không được đọc.",
    known: "Số và ngày dưới đây lấy từ mã QR hoặc dòng mã đã đọc. So với thẻ trước khi đọc: thẻ chỉ được thử một lần.",
    unknown: "Quét mã QR trước thì khỏi phải gõ. Hoặc gõ ba mục này như in trên thẻ.",
    number: "Số định danh (12 số)",
    birth: "Ngày sinh (ví dụ 15/05/2002)",
    expiry: "Có giá trị đến (ví dụ 15/05/2042)",
    forever: "Thẻ ghi “Không thời hạn”",
    byCan: "Mở bằng số CAN (6 số), nếu thẻ có in",
    can: "Số CAN (6 số)",
    read: "Đọc chip",
    again: "Đọc tiếp",
    stop: "Dừng",
    confirm: "Tôi đã so từng chữ số với thẻ, kể cả ngày hết hạn",
    confirmFirst: "Đã sai hai lần liền. Thẻ có thể tự khóa: so từng chữ số với thẻ rồi đánh dấu vào ô xác nhận.",
    wrongNumber: "Số định danh có 12 chữ số.",
    wrongBirth: "Gõ ngày sinh đủ ngày, tháng, năm, ví dụ 15/05/2002.",
    wrongExpiry: "Gõ ngày hết hạn in trên thẻ, ví dụ 15/05/2042, hoặc đánh dấu “Không thời hạn”.",
    wrongCan: "Số CAN có 6 chữ số.",
    loading: "Đang tải phần đọc chip…",
    holdPhone: "Áp thẻ vào mặt sau điện thoại, giữ yên cho tới khi đọc xong.",
    holdHelper: "Đặt thẻ lên đầu đọc, để yên cho tới khi đọc xong.",
    connect: "Đã thấy thẻ. Giữ yên…",
    access: "Đang mở chip. Giữ yên…",
    file: "Đang đọc {what}. Giữ yên…",
    prove: "Đang kiểm tra chip có phải bản sao không. Giữ yên…",
    sod: "chữ ký",
    person: "thông tin trên thẻ",
    keys: "khóa của chip",
    bar: "Đã đọc được bao nhiêu",
    genuine: "Đã đọc chip: dữ liệu nguyên vẹn, rõ nơi cấp, và chip không phải bản sao.",
    authentic: "Đã đọc chip: dữ liệu nguyên vẹn và rõ nơi cấp. Chip chưa chứng minh nó không phải bản sao.",
    intact: "Đã đọc chip: dữ liệu nguyên vẹn. Chưa có chứng thư gốc nên chưa nói được ai cấp.",
    other: "Đã đọc chip, nhưng có chỗ chưa chứng minh được. Xem các dòng dưới đây.",
    missing: "Không tải được phần đọc chip. Kiểm tra mạng rồi bấm lại.",
    denied: "Chưa được phép dùng đầu đọc thẻ. Cho phép trong ứng dụng rồi bấm lại.",
    busy: "Một trang khác đang dùng đầu đọc. Đóng trang đó rồi bấm lại.",
    absent: "Không thấy đầu đọc thẻ. Kiểm tra đầu đọc đã cắm và chương trình cancuoc-reader đang chạy.",
    off: "NFC đang tắt. Bật NFC trong cài đặt của điện thoại rồi bấm lại.",
    noCard: "Chưa thấy thẻ. Áp thẻ vào đúng chỗ rồi bấm lại.",
    lineLost: "Mất liên lạc với đầu đọc thẻ. Kiểm tra đầu đọc rồi bấm lại.",
    stopped: "Đã dừng đọc thẻ.",
  },
  en: {
    title: "Read the card's chip",
    phone: "This device can read the chip. It gives signed data, and proves by itself that it is no copy.",
    helper:
      "This machine's card reader can read the chip. It gives signed data, and proves by itself that it is no copy.",
    sensitive: "The chip names ethnicity and religion, too: sensitive personal data. Its portrait is not read.",
    known:
      "Number and dates below come from the QR code or the lines that were read. Compare them with the card first: " +
      "it is tried once.",
    unknown: "Scan the QR code first and nothing needs typing. Or type these three as printed on the card.",
    number: "Personal number (12 digits)",
    birth: "Date of birth (for example 15/05/2002)",
    expiry: "Valid until (for example 15/05/2042)",
    forever: "The card says “Không thời hạn” (no expiry)",
    byCan: "Open with the CAN (6 digits), if the card has one",
    can: "CAN (6 digits)",
    read: "Read the chip",
    again: "Read on",
    stop: "Stop",
    confirm: "I compared every digit with the card, the expiry too",
    confirmFirst:
      "Two keys in a row were wrong, and the card may block itself: compare every digit with the card, then tick " +
      "the box.",
    wrongNumber: "A personal number has 12 digits.",
    wrongBirth: "Type day, month and year of birth, for example 15/05/2002.",
    wrongExpiry: "Type the expiry that is printed on the card, for example 15/05/2042, or tick “no expiry”.",
    wrongCan: "A CAN has 6 digits.",
    loading: "Loading the chip reader…",
    holdPhone: "Hold the card to the back of the phone and keep it still until it is done.",
    holdHelper: "Put the card on the reader and leave it there until it is done.",
    connect: "The card is there. Keep it still…",
    access: "Opening the chip. Keep it still…",
    file: "Reading {what}. Keep it still…",
    prove: "Checking that the chip is no copy. Keep it still…",
    sod: "the signature",
    person: "the holder's data",
    keys: "the chip's keys",
    bar: "How much was read",
    genuine: "The chip was read: unaltered, its issuer known, and it is no copy.",
    authentic: "The chip was read: unaltered, its issuer known. It did not prove that it is no copy.",
    intact: "The chip was read: unaltered. Without an anchor nothing can be said of the issuer.",
    other: "The chip was read, but not everything is proved. See the lines below.",
    missing: "The chip reader could not be loaded. Check the network, then press again.",
    denied: "The card reader may not be used yet. Allow it in the app, then press again.",
    busy: "Another page uses the reader. Close it, then press again.",
    absent: "No card reader was found. Check that it is plugged in and that cancuoc-reader runs.",
    off: "NFC is off. Turn it on in the phone's settings, then press again.",
    noCard: "No card was seen. Hold it to the right place, then press again.",
    lineLost: "The connection to the card reader failed. Check the reader, then press again.",
    stopped: "Reading was stopped.",
  },
};

/** @typedef {keyof typeof WORDS.vi} Word */

/** @param {"vi" | "en"} locale @param {Word} word @param {Record<string, string>} [values] */
export function say(locale, word, values = {}) {
  return WORDS[locale][word].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** What is being done with the card. @param {"vi" | "en"} locale @param {{ step: string, file?: string }} progress */
export function sayStep(locale, { step, file }) {
  if (step === "connect" || step === "access") return say(locale, step);
  if (step !== "file") return say(locale, "prove");
  if (file === "EF.CardAccess" || file === "EF.CardSecurity") return say(locale, "access");
  return say(locale, "file", { what: say(locale, WHAT[/** @type {keyof typeof WHAT} */ (file)] ?? "person") });
}

/** @type {Record<string, Word>} */
const WHAT = { "EF.SOD": "sod", DG14: "keys", DG15: "keys" };

/** What to do when the bridge did not open. @param {string} code @returns {Word | undefined} */
export function bridgeWord(code) {
  return BRIDGE[code];
}

/** @type {Record<string, Word>} */
const BRIDGE = {
  "bridge.denied": "denied",
  "bridge.busy": "busy",
  "bridge.absent": "absent",
  "bridge.off": "off",
  "reader.timeout": "noCard",
  "reader.tag_lost": "noCard",
  "reader.transport": "lineLost",
  "reader.aborted": "stopped",
};
