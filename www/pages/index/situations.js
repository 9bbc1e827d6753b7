/**
 * In what situation people come, and the words they use for it: no law, only a help to find a service. A service stands
 * in the first situation that names it, and in "other" if none does.
 *
 * @typedef {object} Situation
 * @property {string} id
 * @property {string} vi
 * @property {string} en
 * @property {Record<string, string>} services by id, with words that people search for
 */

/** @type {Situation[]} */
export const SITUATIONS = [
  {
    id: "move",
    vi: "Chuyển chỗ ở, có khách, đi xa",
    en: "Moving, guests, going away",
    services: {
      "temporary-residence": "chuyển chỗ ở trọ thuê phòng nhà trọ sinh viên công nhân ở nhờ kt3 rent student",
      "temporary-residence-extension": "gia hạn tạm trú hết hạn kt3 thuê trọ extend renew",
      "permanent-residence": "chuyển chỗ ở hộ khẩu nhập khẩu về ở mua nhà household",
      "household-split": "tách hộ tách khẩu ra riêng hộ khẩu ly hôn split",
      "overnight-stay": "khách nhà nghỉ khách sạn homestay lưu trú qua đêm guest hotel",
      "temporary-absence": "đi xa vắng nhà nghĩa vụ away",
    },
  },
  {
    id: "child",
    vi: "Có em bé, giấy tờ cho con",
    en: "A baby, papers for a child",
    services: {
      "birth-registration": "em bé mới sinh con giấy khai sinh baby newborn",
      "birth-residence-insurance": "em bé mới sinh con nhập khẩu bảo hiểm y tế liên thông một lần baby newborn",
      "id-card-under-14": "thẻ căn cước trẻ em con nhỏ child",
      "passport-under-14": "hộ chiếu trẻ em con nhỏ du lịch child",
      recognition: "nhận con nhận cha nhận mẹ child parent",
      guardianship: "giám hộ nuôi guardian",
      "end-of-guardianship": "giám hộ thôi guardian",
    },
  },
  {
    id: "card",
    vi: "Thẻ căn cước, hộ chiếu: làm mới, mất, hỏng",
    en: "Identity card, passport: new, lost, damaged",
    services: {
      "replace-id-card": "mất thẻ hỏng hết hạn đổi cccd căn cước công dân lost damaged expired",
      "first-id-card": "làm thẻ lần đầu 14 tuổi cccd first",
      "confirm-old-id": "chứng minh nhân dân cmnd số cũ ngân hàng old number",
      "id-card-integration": "tích hợp bằng lái bảo hiểm vào thẻ integrate",
      passport: "hộ chiếu đi nước ngoài du lịch gia hạn travel abroad",
      "passport-loss": "mất hộ chiếu lost passport",
      "passport-restore": "hộ chiếu khôi phục thị thực visa",
      "passport-not-collected": "hộ chiếu chưa nhận",
    },
  },
  {
    id: "family",
    vi: "Cưới, hộ tịch, trong nhà có người mất",
    en: "Marriage, civil status, a death in the family",
    services: {
      marriage: "cưới kết hôn vợ chồng wedding",
      "marital-status": "độc thân xác nhận hôn nhân mua nhà single",
      "civil-extract": "bản sao giấy khai sinh trích lục copy certificate",
      "civil-change": "cải chính sửa tên đổi tên sai ngày sinh dân tộc correct name",
      "death-registration": "người mất chết qua đời giấy chứng tử báo tử death",
      "death-residence-funeral": "người mất chết xóa thường trú mai táng phí liên thông death",
      "funeral-costs": "mai táng phí tang lễ funeral",
    },
  },
  {
    id: "vehicle",
    vi: "Xe, bằng lái, phạt giao thông",
    en: "Vehicles, driving licence, fines",
    services: {
      "motorbike-plate": "xe máy mua xe biển số cà vẹt sang tên motorbike plate",
      "driver-licence": "bằng lái gplx đổi bằng hết hạn mất bằng licence",
      "traffic-fine": "phạt nguội vi phạm fine",
    },
  },
  {
    id: "home",
    vi: "Nhà đất, điện, điện thoại",
    en: "Land, electricity, telephone",
    services: {
      "land-transfer": "sổ đỏ sổ hồng mua bán đất thừa kế tặng cho land inheritance",
      "land-rename": "sổ đỏ đổi tên đính chính land",
      "new-electricity": "điện mới công tơ lắp điện đồng hồ electricity meter",
      "electricity-contract": "sang tên điện đổi tên hợp đồng electricity",
      "subscriber-check": "sim chính chủ số điện thoại thuê bao sim phone",
    },
  },
  {
    id: "work",
    vi: "Việc làm, học, bảo hiểm, thuế, trợ cấp",
    en: "Work, school, insurance, tax, benefits",
    services: {
      "unemployment-benefit": "thất nghiệp nghỉ việc bhtn unemployment",
      "household-insurance-reduction": "bảo hiểm y tế bhyt hộ gia đình health insurance",
      "tax-registration": "mã số thuế mst tax code",
      "tax-dependants": "người phụ thuộc giảm trừ gia cảnh dependant",
      "tax-move": "chuyển cơ quan thuế tax",
      "school-exam": "thi tốt nghiệp đại học exam",
      "judicial-record": "lý lịch tư pháp xin việc criminal record job",
      "social-pension": "người cao tuổi trợ cấp hưu trí 75 tuổi pension",
      "social-allowance": "bảo trợ xã hội trợ cấp hằng tháng allowance",
      disability: "khuyết tật giấy xác nhận disability",
    },
  },
];

/** What the first page shows before all others; the same stand in `index.html`. */
export const USUAL = [
  "temporary-residence",
  "permanent-residence",
  "birth-registration",
  "passport",
  "replace-id-card",
];

/** For services that stand in no situation. */
export const OTHER = { id: "other", vi: "Việc khác", en: "Others", services: {} };

/** What CT01 is also for, and has no entry of its own in the catalogue. */
export const MORE_OF_CT01 = {
  vi: "Gia hạn tạm trú, tách hộ, xác nhận hoặc điều chỉnh thông tin cư trú",
  en: "Extend temporary residence, split a household, confirm or correct residence data",
  words: "gia hạn tạm trú tách hộ xác nhận cư trú xóa thường trú ct01 ct07 giấy xác nhận",
};
