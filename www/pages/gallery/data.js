/** Invented: nobody has these numbers, names and addresses. */

/** The day on which the gallery stands, so that it looks the same in a year. */
export const DAY = "2026-11-21";

/** What the QR code of an invented card holds. */
export const CARD =
  "001202999999|012345678|Nguyễn Văn Mẫu|15052002|Nam|" +
  "Số 1, Phố Mẫu, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh|20062021";

/** A person, as a form asks. */
export const PERSON = {
  fullName: "Nguyễn Văn Mẫu",
  birthDate: "2002-05-15",
  sex: "male",
  pin: "001202999999",
};

/** What this person wants. */
export const WISH = {
  procedure: "temporary",
  to: "Công an phường Cầu Giấy, Thành phố Hà Nội",
  newAddress: "Số 2, phố Mẫu, Phường Cầu Giấy, Thành phố Hà Nội",
  stayFrom: "2026-11-21",
  stayUntil: "2027-11-21",
  request: "Đăng ký tạm trú",
  headName: "Trần Thị Chủ",
  headPin: "001180000015",
  relationToHead: "tenant",
};

/** What a portal's server may say of the form. */
export const FINDINGS = [
  {
    code: "form.portal",
    severity: "error",
    path: "headPin",
    message: "Không có chủ hộ nào với số này ở địa chỉ đã ghi.",
  },
];
