/** The 34 provinces and cities since 01/7/2025 (Nghị quyết 202/2025/QH15), the six cities first. */
export const PROVINCES = [
  ...["Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"].map((name) => `Thành phố ${name}`),
  ...(
    "An Giang|Bắc Ninh|Cà Mau|Cao Bằng|Đắk Lắk|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Tĩnh|Hưng Yên|Khánh Hòa|" +
    "Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Nghệ An|Ninh Bình|Phú Thọ|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sơn La|Tây Ninh|" +
    "Thái Nguyên|Thanh Hóa|Tuyên Quang|Vĩnh Long"
  )
    .split("|")
    .map((name) => `Tỉnh ${name}`),
];

/**
 * An address in the units of today, in its parts; nothing where it is anything else.
 * @param {string} text @returns {{ street: string, commune: string, province: string } | undefined}
 */
export function partsOf(text) {
  const parts = text.split(",").map((part) => part.trim());
  const province = PROVINCES.find((name) => name === parts.at(-1));
  if (!province) return undefined;
  const commune = /^(Xã|Phường|Đặc khu) /.test(parts.at(-2) ?? "") ? (parts.at(-2) ?? "") : "";
  if (!commune && parts.length > 1) return undefined;
  return { street: parts.slice(0, -2).join(", "), commune, province };
}
