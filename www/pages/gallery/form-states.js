import { readQr } from "../../../pkg/index.js";
import { CARD, DAY, FINDINGS, PERSON, WISH } from "./data.js";
import { locked, open, press } from "./hands.js";

/**
 * A state of an element. `make` brings the element into it, and its lines are shown.
 * @typedef {object} Shown
 * @property {string} id
 * @property {string} vi
 * @property {string} en
 * @property {Record<string, string | true>} [attributes]
 * @property {(element: any) => unknown} [make]
 */

const answered = { ...PERSON, ...WISH };

/** The card is read and fills in. @param {any} form */
function takeCard(form) {
  form.takeReading(readQr(CARD, { on: DAY }));
  form.flow.take();
}

/** @type {Shown[]} */
export const FORM_STATES = [
  { id: "form-how", vi: "Trang đầu: chọn cách điền", en: "First page: how to fill in" },
  { id: "form-scan", vi: "Đọc mã QR", en: "Reading the QR code", make: (form) => open(form, "scan") },
  {
    id: "form-mrz",
    vi: "Chụp hoặc gõ mặt sau",
    en: "The back, photographed or typed",
    make: (form) => open(form, "mrz"),
  },
  {
    id: "form-read",
    vi: "Thẻ đã đọc",
    en: "A card was read",
    make: async (form) => {
      await form.loaded;
      form.takeReading(readQr(CARD, { on: DAY }));
    },
  },
  {
    id: "form-differ",
    vi: "Thẻ ghi khác điều đã điền",
    en: "The card says something else",
    make: async (form) => {
      form.answers = { ...PERSON, fullName: "Nguyễn Văn Mậu" };
      await form.loaded;
      takeCard(form);
      await open(form, "differ");
    },
  },
  {
    id: "form-section",
    vi: "Một trang của tờ khai",
    en: "A page of the form",
    make: (form) => open(form, "section:request"),
  },
  {
    id: "form-section-card",
    vi: "Trang đã điền từ thẻ",
    en: "A page filled in from a card",
    make: async (form) => {
      await form.loaded;
      takeCard(form);
      await open(form, "section:declarant");
    },
  },
  {
    id: "form-errors",
    vi: "Trang có lỗi",
    en: "A page with errors",
    make: async (form) => {
      form.answers = { ...PERSON, pin: "001202" };
      await open(form, "section:declarant");
      await press(form);
    },
  },
  {
    id: "form-review",
    vi: "Kiểm tra lại",
    en: "Review",
    make: async (form) => {
      form.answers = answered;
      await open(form, "review");
    },
  },
  {
    id: "form-review-errors",
    vi: "Kiểm tra lại, còn thiếu",
    en: "Review, something is missing",
    make: async (form) => {
      form.answers = PERSON;
      await open(form, "review");
      await press(form);
    },
  },
  {
    id: "form-assurance",
    vi: "Cổng đòi đọc thẻ",
    en: "The portal wants a card read",
    attributes: { "min-assurance": "wellFormed" },
    make: async (form) => {
      form.answers = answered;
      await open(form, "review");
      await press(form);
    },
  },
  {
    id: "form-server-findings",
    vi: "Máy chủ thấy lỗi ở một mục",
    en: "The server has found an error",
    make: async (form) => {
      form.answers = answered;
      await open(form, "review");
      form.setFindings(FINDINGS);
    },
  },
  {
    id: "form-done",
    vi: "Đã hoàn tất",
    en: "Completed",
    make: async (form) => {
      form.answers = answered;
      await open(form, "review");
      await press(form);
    },
  },
  {
    id: "form-sending",
    vi: "Đang gửi",
    en: "Being sent",
    make: async (form) => {
      form.answers = answered;
      await open(form, "review");
      await press(form);
      form.submit({ send: () => new Promise(() => {}) });
    },
  },
  {
    id: "form-sent",
    vi: "Đã gửi, có mã biên nhận",
    en: "Sent, with a receipt",
    make: async (form) => {
      form.answers = answered;
      await open(form, "review");
      await press(form);
      await form.submit({ send: async () => ({ receipt: "TN-2026-0001" }) });
    },
  },
  {
    id: "form-refused",
    vi: "Cổng chưa nhận",
    en: "Refused by the portal",
    make: async (form) => {
      form.answers = answered;
      await open(form, "review");
      await press(form);
      await form.submit({ send: async () => ({ ok: false, findings: FINDINGS }) });
    },
  },
  {
    id: "form-offline",
    vi: "Chưa gửi được: không có mạng",
    en: "Not sent: no network",
    attributes: { retry: "off" },
    make: async (form) => {
      form.answers = answered;
      await open(form, "review");
      await press(form);
      await form.submit({ send: () => Promise.reject(new Error("offline")) });
    },
  },
  {
    id: "form-locked",
    vi: "Mục của tài khoản, không sửa được; thẻ ghi khác",
    en: "Fields of the account, locked; the card differs",
    attributes: { locked: "fullName pin", "account-url": "#tai-khoan" },
    make: async (form) => {
      await form.loaded;
      form.account = { ...PERSON, fullName: "Nguyễn Văn Mậu" };
      await locked(form, "pin");
      takeCard(form);
      await open(form, "section:declarant");
    },
  },
  {
    id: "form-one",
    vi: "Mọi phần trên một trang",
    en: "All parts on one page",
    attributes: { steps: "one" },
    make: async (form) => {
      form.answers = answered;
      await open(form, "section:request");
    },
  },
  {
    id: "form-hidden",
    vi: "Chỉ quét mã, không có thanh bước",
    en: "Only scanning, no bar",
    attributes: { hide: "photo mrz progress" },
  },
  { id: "form-unknown", vi: "Không có mẫu này", en: "No such form", attributes: { form: "khong-co" } },
];
