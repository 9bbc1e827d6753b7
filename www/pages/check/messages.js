import { t } from "../../shell/locale.js";

/** A kind of document. @param {string} kind */
export function kindLabel(kind) {
  switch (kind) {
    case "cccd2021":
      return t("Thẻ căn cước công dân (mã QR)", "Citizen card of 2021 (QR code)");
    case "canCuoc2024":
      return t("Thẻ căn cước (mã QR)", "Citizen card of 2024 (QR code)");
    case "bhyt":
    case "bhytOld":
      return t("Thẻ bảo hiểm y tế", "Health insurance card");
    case "gplx2025":
      return t("Giấy phép lái xe", "Driver licence");
    case "td1Vnm":
      return t("Mặt sau thẻ căn cước", "Back of the citizen card");
    case "td1":
      return t("Thẻ nước ngoài", "Card of another state");
    case "td3":
      return t("Hộ chiếu", "Passport");
    case "chip":
      return t("Chip của thẻ", "The card's chip");
    case "typed":
      return t("Tự khai", "Typed in");
    default:
      return t("Giấy tờ khác", "Another document");
  }
}

/** @param {string} source */
export function sourceLabel(source) {
  switch (source) {
    case "qr":
      return t("mã QR", "QR");
    case "mrz":
      return t("dòng mã", "MRZ");
    case "chip":
      return t("chip", "chip");
    default:
      return t("nhập tay", "typed");
  }
}

/** A field of a person. @param {string} field */
export function fieldLabel(field) {
  /** @type {Record<string, [string, string]>} */
  const words = {
    pin: ["Số định danh cá nhân", "Personal number"],
    oldId: ["Số CMND cũ", "Old CMND number"],
    cancelledPin: ["Số định danh đã hủy", "Cancelled number"],
    fullName: ["Họ và tên", "Full name"],
    latinName: ["Họ tên không dấu", "Name in Latin letters"],
    birthDate: ["Ngày sinh", "Date of birth"],
    sex: ["Giới tính", "Sex"],
    nationality: ["Quốc tịch", "Nationality"],
    ethnicity: ["Dân tộc", "Ethnic group"],
    religion: ["Tôn giáo", "Religion"],
    placeOfOrigin: ["Quê quán", "Place of origin"],
    placeOfBirthRegistration: ["Nơi đăng ký khai sinh", "Place of birth registration"],
    residence: ["Nơi thường trú", "Residence"],
    identifyingMarks: ["Đặc điểm nhận dạng", "Identifying marks"],
    issueDate: ["Ngày cấp", "Issued"],
    expiryDate: ["Có giá trị đến", "Valid until"],
    fatherName: ["Họ tên cha", "Father"],
    motherName: ["Họ tên mẹ", "Mother"],
    spouseName: ["Họ tên vợ/chồng", "Spouse"],
    documentNumber: ["Số giấy tờ", "Document number"],
  };
  const [vi, en] = words[field] ?? [field, field];
  return t(vi, en);
}

/** What the reading is worth, and no more. @param {string} assurance */
export function assuranceLabel(assurance) {
  switch (assurance) {
    case "wellFormed":
      return t(
        "Đúng mẫu. Mã QR hay dòng mã không có chữ ký nên ai cũng có thể in ra.",
        "The format is right. A QR code or an MRZ is not signed: anyone can print one.",
      );
    case "consistent":
      return t("Các nguồn độc lập khớp nhau ở mọi mục cùng có.", "Independent sources agree on all that they share.");
    case "intact":
      return t("Dữ liệu chip còn nguyên; chưa rõ nơi cấp.", "The chip's data is unaltered; the issuer is not known.");
    case "authentic":
      return t("Dữ liệu chip còn nguyên và rõ nơi cấp.", "The chip's data is unaltered and its issuer is known.");
    case "genuine":
      return t("Chip đã chứng minh nó không phải bản sao.", "The chip proved that it is no copy.");
    default:
      return t("Chưa có giấy tờ nào làm căn cứ.", "There is no document to go by yet.");
  }
}
