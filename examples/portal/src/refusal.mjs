/** What the portal refuses to do, or cannot do now: a code, a status of HTTP, and what the person reads. */
export class Refusal extends Error {
  /**
   * @param {Code} code
   * @param {{ findings?: readonly unknown[], [more: string]: unknown }} [more] goes into the answer as it is
   */
  constructor(code, more = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.statusCode = REFUSALS[code].status;
    this.more = more;
  }

  /** The body of the answer. @param {Locale} locale */
  body(locale) {
    return { error: { code: this.code, message: REFUSALS[this.code][locale] }, ...this.more };
  }
}

/** @typedef {"vi" | "en"} Locale */
/** @typedef {keyof typeof REFUSALS} Code */

/** @satisfies {Record<string, { status: number, vi: string, en: string }>} */
export const REFUSALS = {
  "portal.login": {
    status: 401,
    vi: "Bạn chưa đăng nhập, hoặc đã hết phiên. Hãy đăng nhập lại; tờ khai đang làm vẫn còn trên máy của bạn.",
    en: "You are not signed in, or your session has ended. Sign in again; your form is still on your device.",
  },
  "portal.forbidden": {
    status: 403,
    vi: "Tài khoản này không được làm việc đó. Hãy đăng nhập bằng tài khoản khác.",
    en: "This account may not do that. Sign in with another one.",
  },
  "portal.csrf": {
    status: 403,
    vi: "Yêu cầu không đến từ trang của cổng này, hoặc trang đã mở quá lâu. Hãy tải lại trang rồi gửi lại.",
    en: "The request did not come from a page of this portal, or the page was open too long. Reload it and send again.",
  },
  "portal.not_found": {
    status: 404,
    vi: "Không tìm thấy. Hãy kiểm tra lại số biên nhận hoặc địa chỉ trang.",
    en: "Not found. Check the receipt number or the address of the page.",
  },
  "portal.taken": {
    status: 409,
    vi: "Hồ sơ này đã được nộp từ một tài khoản khác. Hãy đăng nhập bằng tài khoản đã nộp để xem biên nhận.",
    en: "This application was handed in from another account. Sign in with that one to see its receipt.",
  },
  "portal.too_large": {
    status: 413,
    vi: "Dữ liệu gửi lên quá lớn. Tờ khai tối đa 1 MB, mỗi tệp đính kèm tối đa 10 MB; hãy chụp hoặc quét nhẹ hơn.",
    en: "What was sent is too large. A form takes 1 MB, a file 10 MB at most; photograph or scan it smaller.",
  },
  "portal.request": {
    status: 400,
    vi: "Yêu cầu không đúng dạng nên chưa được nhận. Hãy tải lại trang rồi gửi lại.",
    en: "The request is not of the right shape and was not taken. Reload the page and send again.",
  },
  "portal.idempotency_key": {
    status: 400,
    vi: "Mã gửi kèm (Idempotency-Key) không phải mã kiểm tra của hồ sơ này. Hãy tải lại trang rồi gửi lại.",
    en: "The Idempotency-Key is not the digest of this application. Reload the page and send again.",
  },
  "portal.challenge": {
    status: 409,
    vi: "Câu hỏi gửi cho chip đã hết hạn hoặc đã dùng. Hãy đọc lại chip rồi nộp.",
    en: "The chip's challenge has expired or was used. Read the chip again, then submit.",
  },
  "portal.file_type": {
    status: 415,
    vi: "Chỉ nhận ảnh JPEG, PNG hoặc tệp PDF. Hãy chụp hoặc quét lại.",
    en: "Only JPEG, PNG and PDF are taken. Photograph or scan it again.",
  },
  "portal.file_digest": {
    status: 422,
    vi: "Tệp đến nơi không còn nguyên. Hãy gửi lại tệp.",
    en: "The file did not arrive whole. Send it again.",
  },
  "portal.file_missing": {
    status: 422,
    vi: "Hồ sơ có ghi một tệp đính kèm nhưng tệp chưa được gửi lên. Hãy chọn lại tệp rồi nộp.",
    en: "The application names a file that was not sent. Choose the file again, then submit.",
  },
  "portal.refused": {
    status: 422,
    vi: "Hồ sơ chưa được nhận. Hãy xem các điểm dưới đây, sửa trên tờ khai rồi nộp lại.",
    en: "The application was not taken. See the points below, correct the form and submit again.",
  },
  "portal.too_often": {
    status: 429,
    vi: "Bạn gửi quá nhiều lần trong thời gian ngắn. Hãy chờ một phút rồi thử lại.",
    en: "Too many requests in a short time. Wait a minute and try again.",
  },
  "portal.database_away": {
    status: 503,
    vi: "Cổng tạm thời chưa lưu được. Hồ sơ còn nguyên trên máy của bạn; hãy bấm gửi lại sau ít phút.",
    en: "The portal cannot store anything now. Your form is still on your device; send it again in a few minutes.",
  },
  "portal.storage_full": {
    status: 503,
    vi: "Cổng tạm thời chưa lưu được tệp đính kèm. Hồ sơ còn nguyên trên máy của bạn; hãy gửi lại sau ít phút.",
    en: "The portal cannot store files right now. Your form is still on your device; send it again in a few minutes.",
  },
  "portal.stopping": {
    status: 503,
    vi: "Cổng đang khởi động lại. Hồ sơ còn nguyên trên máy của bạn; hãy bấm gửi lại sau ít phút.",
    en: "The portal is restarting. Your form is still on your device; send it again in a few minutes.",
  },
  "portal.trouble": {
    status: 500,
    vi: "Cổng gặp lỗi khi xử lý. Hồ sơ còn nguyên trên máy của bạn; hãy gửi lại sau.",
    en: "The portal failed to handle this. Your form is still on your device; send it again later.",
  },
};
