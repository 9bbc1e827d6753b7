//! Headings in use, folded: the words that communes, unions, schools and operators write above their columns.

use super::PersonColumn::{self, *};

/// People whose data stand beside those of the person of the row.
pub(super) const RELATIVES: &[&str] = &[
    "chu ho",
    "cha",
    "me",
    "bo",
    "vo",
    "chong",
    "giam ho",
    "nguoi than",
    "nguoi dai dien",
    "than nhan",
    "ong ba",
    "quan he",
    "nguoi lap",
    "can bo",
    "nguoi gioi thieu",
    "con",
    "father",
    "mother",
    "spouse",
    "guardian",
    "head",
];

/// Groups of columns about places that are not where somebody lives.
pub(super) const PLACES_OF_PAST: &[&str] =
    &["que quan", "noi sinh", "khai sinh", "nguyen quan", "origin", "tam tru"];

/// Headings that are parts: under `Ngày sinh`, `Giới tính`, `Họ và tên`, `CCCD`, `Địa chỉ`.
pub(super) const PARTS: &[&str] = &[
    "nam",
    "nu",
    "ngay",
    "thang",
    "so",
    "ho",
    "ten",
    "dem",
    "ho dem",
    "xa",
    "huyen",
    "tinh",
    "thon",
    "to",
    "so nha",
    "duong",
    "ngay cap",
    "noi cap",
    "male",
    "female",
    "day",
    "month",
    "year",
    "xa phuong",
    "phuong xa",
    "quan huyen",
    "huyen quan",
    "tinh thanh pho",
    "tinh tp",
    "phuong",
    "quan",
    "ap",
    "khu pho",
];

/// Headings in use, whole.
pub(super) const EXACT: &[(&str, PersonColumn)] = &[
    ("stt|tt|so tt|so thu tu|no|so tt ho|serial no|index|ordinal", Ordinal),
    (
        "so dinh danh ca nhan|so dinh danh|ma dinh danh|ma dinh danh ca nhan|ma so dinh danh|ma so dinh danh ca nhan|sddcn|so ddcn|\
         ma ddcn|cccd|so cccd|can cuoc|so can cuoc|the can cuoc|so the can cuoc|can cuoc cong dan|so can cuoc cong dan|\
         so the can cuoc cong dan|so the cccd|cmnd cccd|cccd cmnd|so cmnd cccd|so cccd cmnd|cmt cccd|so cmt cccd|cmnd can cuoc|\
         so cmnd can cuoc|so cmnd cccd dinh danh|so cccd ma dinh danh|so can cuoc dinh danh|so dinh danh cccd|so cc cccd|so dinh danh ca nhan cccd|\
         so dinh danh ca nhan cmnd|personal number|personal id|personal id number|personal identification number|id number|\
         id no|id card|id card number|citizen id|citizen id number|national id|national id number|identity number|pin|cccd number",
        Pin,
    ),
    (
        "cmnd|so cmnd|cmt|so cmt|chung minh nhan dan|so chung minh nhan dan|chung minh thu|so cmnd cu|cmnd cu|old id|old id number",
        OldId,
    ),
    (
        "ho va ten|ho ten|ho chu dem va ten|ho chu dem ten|ho va ten khai sinh|ho chu dem va ten khai sinh|ten day du|ho ten day du|\
         full name|fullname|name|ho va ten cong dan|ho va ten nguoi dan|ho ten cong dan|ho va ten hoi vien|ho ten hoi vien|\
         ho va ten doan vien|ho va ten thanh vien|ten hoi vien|ten khach hang|ho ten khach hang|ten thue bao|ho va ten nhan khau|\
         ho ten nhan khau|ho va ten hoc sinh|ho va ten benh nhan|ho ten thanh vien|ho ten hoc sinh|ho va ten nguoi lao dong",
        FullName,
    ),
    (
        "ho|ho va ten dem|ho va chu dem|ho ten dem|ho dem|ho chu dem|ho lot|ho va ten lot|surname|last name|family name",
        Surname,
    ),
    ("dem|ten dem|chu dem|ten lot|middle name", MiddleName),
    ("ten|ten goi|given name|first name", GivenName),
    (
        "ngay sinh|ngay thang nam sinh|nam sinh|ngay thang sinh|sinh ngay|ngay nam sinh|ngay thang nam sinh duong lich|\
         date of birth|birth date|birthdate|birthday|dob|birth|ngay sinh nam sinh|nam sinh ngay sinh|ntns|ngay sinh duong lich",
        BirthDate,
    ),
    ("day of birth", BirthDay),
    ("thang sinh|month of birth", BirthMonth),
    ("year of birth|birth year|yob", BirthYear),
    ("nam sinh nam", BirthOfMale),
    ("nam sinh nu", BirthOfFemale),
    ("gioi tinh|phai|gioi|gt|sex|gender|gioi tinh nam nu|nam nu|phai nam nu", Sex),
    ("nam|male", MaleMark),
    ("nu|female", FemaleMark),
    ("quoc tich|nationality", Nationality),
    ("dan toc|ethnicity|ethnic group", Ethnicity),
    ("ton giao|religion", Religion),
    ("que quan|nguyen quan|place of origin|hometown", PlaceOfOrigin),
    (
        "noi dang ky khai sinh|noi sinh|noi dk khai sinh|noi khai sinh|place of birth|place of birth registration|birthplace",
        PlaceOfBirthRegistration,
    ),
    (
        "dia chi|noi thuong tru|dia chi thuong tru|ho khau thuong tru|hktt|noi dang ky thuong tru|noi dk thuong tru|noi cu tru|\
         noi o|noi o hien nay|cho o hien nay|noi o hien tai|dia chi hien nay|dia chi hien tai|dia chi noi o|dia chi cu tru|thuong tru|\
         noi dkhktt|dkhktt|ho khau|address|residence|permanent address|current address|dia chi thuong tru hien nay|cho o",
        Residence,
    ),
    (
        "so nha|thon|to|ap|khu pho|duong|so nha duong|so nha duong pho|thon xom|thon to|to dan pho|to thon|thon to dan pho|xom|ban|khu dan cu|so nha to thon|so nha thon|dia chi chi tiet|street|house|hamlet",
        Street,
    ),
    (
        "xa|phuong|xa phuong|phuong xa|xa phuong thi tran|phuong xa thi tran|xa phuong dac khu|ten xa|commune|ward|commune ward",
        Commune,
    ),
    (
        "huyen|quan|quan huyen|huyen quan|huyen thi xa thanh pho|quan huyen thi xa|huyen thi xa|quan huyen thi xa thanh pho|district",
        District,
    ),
    ("tinh|tinh thanh pho|tinh thanh|tinh tp|thanh pho tinh|ten tinh|province|city|province city", Province),
    (
        "ngay cap|ngay cap cccd|ngay cap the|ngay cap can cuoc|ngay cap cmnd cccd|date of issue|issue date|issued on",
        IssueDate,
    ),
    (
        "ngay het han|co gia tri den|het han|gia tri den|han su dung|han the|date of expiry|expiry date|expires",
        ExpiryDate,
    ),
    ("ho ten cha|ho va ten cha|ten cha|ho ten bo|ho va ten bo|father s name|father name|father", FatherName),
    ("ho ten me|ho va ten me|ten me|mother s name|mother name|mother", MotherName),
    (
        "ho ten vo chong|ho va ten vo chong|ho ten vo|ho ten chong|spouse name|spouse s name|spouse",
        SpouseName,
    ),
    (
        "so dien thoai|dien thoai|sdt|so dt|dt|so dien thoai lien he|dien thoai lien he|dien thoai di dong|dtdd|so dtdd|di dong|\
         so di dong|so thue bao|thue bao|sdt lien he|phone|phone number|telephone|mobile|mobile number|tel|cell phone",
        Phone,
    ),
    (
        "email|e mail|thu dien tu|dia chi email|dia chi thu dien tu|hop thu|email address|e mail address",
        Email,
    ),
    ("ma so thue|mst|ma so thue ca nhan|mst ca nhan|tax code|tax id|tax number|tin", TaxCode),
    (
        "ma the bhyt|so the bhyt|bhyt|ma bhyt|the bhyt|so bhyt|the bao hiem y te|so the bao hiem y te|ma the bao hiem y te|\
         ma so bhxh|so bhxh|so so bhxh|bhxh|ma bhxh|health insurance|health insurance number|health insurance code|social insurance number",
        HealthInsurance,
    ),
];

/// Headings that are known, and of nothing that is checked here.
pub(super) const OTHERS: &str = "noi cap|ghi chu|note|notes|ngay vao hoi|ngay vao doan|ngay vao dang|chuc vu|nghe nghiep|trinh do|don vi|\
    ngay ky|ngay lap|chu ky|ky nhan|ky ten|so ho khau|ma ho|so ho|so tien|ngay dang ky|ngay tham gia|ngay cap nhat|tuoi|age";

/// Words of headings about something that is not checked here.
pub(super) const OTHER_WORDS: &[&str] = &[
    "ngay vao",
    "ngay tham gia",
    "ngay dang ky",
    "ngay ket nap",
    "ngay mat",
    "noi cap",
    "tam tru",
    "co quan cap",
];

/// Words that a heading has among others, the more telling ones first.
pub(super) const LIKELY: &[(&str, PersonColumn)] = &[
    ("ngay cap", IssueDate),
    ("het han|gia tri den", ExpiryDate),
    ("dien thoai|sdt|dtdd|phone|mobile", Phone),
    ("email|e mail", Email),
    ("ma so thue|mst", TaxCode),
    ("bhyt|bao hiem y te|bhxh", HealthInsurance),
    ("dinh danh|cccd|can cuoc", Pin),
    ("cmnd|chung minh nhan dan", OldId),
    ("noi dang ky khai sinh|noi sinh", PlaceOfBirthRegistration),
    ("ngay sinh|nam sinh|ngay thang nam sinh|birth", BirthDate),
    ("gioi tinh|gender", Sex),
    ("ho va ten|ho ten|full name", FullName),
    ("quoc tich", Nationality),
    ("dan toc", Ethnicity),
    ("ton giao", Religion),
    ("que quan", PlaceOfOrigin),
    ("dia chi|thuong tru|noi o|cu tru|address", Residence),
];
