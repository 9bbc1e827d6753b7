import { initForm, seal } from "../../../pkg/index.js";
import { DAY, PERSON, WISH } from "./data.js";
import { handOver, type, until } from "./hands.js";

/** @typedef {import("./form-states.js").Shown} Shown */

/** @type {Shown[]} */
export const SCAN_STATES = [
  { id: "scan-all", vi: "Máy ảnh, ảnh chụp, gõ", en: "Camera, photo, typed" },
  { id: "scan-camera", vi: "Chỉ máy ảnh", en: "Camera only", attributes: { modes: "camera" } },
  { id: "scan-photo", vi: "Chỉ ảnh chụp", en: "Photo only", attributes: { modes: "photo" } },
  { id: "scan-mrz", vi: "Ba dòng ở mặt sau", en: "Three lines of the back", attributes: { modes: "mrz" } },
  {
    id: "scan-other",
    vi: "Mã QR không phải của thẻ",
    en: "A QR code that is no card's",
    attributes: { modes: "text" },
    make: (scan) => scan.readText("https://thanh-toan.example/12345"),
  },
  {
    id: "scan-damaged",
    vi: "Dữ liệu của thẻ bị cắt mất",
    en: "The card's data are cut off",
    attributes: { modes: "text" },
    make: (scan) => scan.readText("001202999999|012345678|Nguyễn Văn Mẫu"),
  },
  {
    id: "scan-mrz-wrong",
    vi: "Ba dòng gõ sai",
    en: "The lines are mistyped",
    attributes: { modes: "mrz" },
    make: (scan) =>
      scan.readLines("IDVNM1999999991001199999999<<3\n9901018F3901016VNM<<<<<<<<<<<8\nNGUYEN<<THI<MAU<<<<<<<<<<<<<<<"),
  },
  {
    id: "scan-no-code",
    vi: "Ảnh không có mã",
    en: "A photo without a code",
    attributes: { modes: "photo" },
    make: async (scan) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 200 });
      canvas.getContext("2d")?.fillRect(0, 0, 320, 200);
      await scan.readPhoto(await new Promise((done) => canvas.toBlob(done)));
    },
  },
];

/** A completed form. */
async function application() {
  await initForm("ct01");
  const context = { assurance: /** @type {const} */ ("none"), sealedAt: `${DAY}T08:00:00+07:00` };
  return seal("ct01", { ...PERSON, ...WISH }, context, { on: DAY });
}

/** @type {Shown[]} */
export const VIEW_STATES = [
  {
    id: "view-whole",
    vi: "Tờ khai còn nguyên",
    en: "As it was completed",
    make: async (view) => handOver(view, await application()),
  },
  {
    id: "view-changed",
    vi: "Tờ khai đã bị thay đổi",
    en: "Changed afterwards",
    make: async (view) => {
      const sealed = await application();
      await handOver(view, { ...sealed, answers: { ...sealed.answers, headName: "Người Khác" } });
    },
  },
  {
    id: "view-later",
    vi: "Mở trước ngày hoàn tất ghi trong tờ khai",
    en: "Opened before the day of its seal",
    attributes: { on: "2026-11-01" },
    make: async (view) => handOver(view, await application()),
  },
  {
    id: "view-not-sealed",
    vi: "Không phải tờ khai",
    en: "No completed form",
    make: (view) => handOver(view, "{}"),
  },
  {
    id: "view-unknown",
    vi: "Mẫu mà trang không biết",
    en: "A form that the page does not know",
    make: (view) => handOver(view, { form: "khong-co", answers: {} }),
  },
];

/** @type {Shown[]} */
export const ADDRESS_STATES = [
  { id: "address-empty", vi: "Ô trống", en: "Empty" },
  {
    id: "address-typed",
    vi: "Đang gõ, có gợi ý",
    en: "Typing, with suggestions",
    make: async (address) => {
      await type(address, "#address", "Số 2, phố Mẫu, cầu giấy");
      await until(address, "[role=option]");
    },
  },
  {
    id: "address-filled",
    vi: "Đã có địa chỉ",
    en: "With an address",
    attributes: { label: "Nơi ở hiện tại", value: "Số 2, phố Mẫu, Phường Cầu Giấy, Thành phố Hà Nội" },
  },
  { id: "address-required", vi: "Bắt buộc", en: "Required", attributes: { required: true, label: "Nơi thường trú" } },
];
