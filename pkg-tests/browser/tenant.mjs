/** What an invented tenant answers on CT01 beside what is on their card. */
export const TENANCY = {
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

/** All of it. */
export const TENANT = {
  ...TENANCY,
  fullName: "Nguyễn Văn Mẫu",
  birthDate: "2002-05-15",
  sex: "male",
  pin: "001202999999",
};
