//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {
    // ---- data groups (lds) ----------------------------------------------------------------------

    /// DG1, DG11 … that cannot be read as such a file.
    DATA_GROUP_UNREADABLE = "chip.data_group_unreadable", Error, Officer,
        vi: "Không đọc được nội dung tệp {file} của chip." => "Hãy đọc lại chip; giữ yên thẻ cho tới khi xong.",
        en: "The content of the chip's file {file} cannot be read." => "Read the chip again and keep the card still until it is done.";
    /// One value of a data group.
    VALUE_UNREADABLE = "chip.value_unreadable", Warning, Officer,
        vi: "Một mục trong {file} không đúng cách ghi thường gặp nên được bỏ trống." => "Hãy nhập mục này theo mặt thẻ.",
        en: "A value in {file} is not written in the usual way and was left out." => "Enter it as it is printed on the card.";
    /// DG2.
    PORTRAIT_UNREADABLE = "chip.portrait_unreadable", Warning, Officer,
        vi: "Không lấy được ảnh chân dung trong chip ({detail})." => "Kết quả kiểm tra các mục khác vẫn dùng được; hãy đối chiếu ảnh in trên thẻ.",
        en: "The portrait in the chip cannot be shown ({detail})." => "The other checks stand; compare with the photo printed on the card.";
    /// DG13 ends early or is damaged.
    DG13_BROKEN = "chip.dg13_broken", Warning, Officer,
        vi: "Dữ liệu quốc gia trong chip (DG13) bị đứt đoạn; chỉ đọc được một phần." => "Hãy đọc lại chip.",
        en: "The national data in the chip (DG13) is broken off; only a part could be read." => "Read the chip again.";
    /// DG13 without any item.
    DG13_EMPTY = "chip.dg13_empty", Warning, Officer,
        vi: "Dữ liệu quốc gia trong chip (DG13) không có mục nào đọc được." => "Hãy đọc lại chip, hoặc nhập theo mặt thẻ.",
        en: "The national data in the chip (DG13) has no item that could be read." => "Read the chip again, or enter what is printed on the card.";
    /// An item of DG13 beyond 16, or for the second time.
    DG13_UNKNOWN_ITEM = "chip.dg13_unknown_item", Info, Developer,
        vi: "DG13 có mục số {item} lạ hoặc lặp lại; mục này không được dùng." => "",
        en: "DG13 has an item {item} that is unknown or repeated; it was not used." => "";
    /// Item 15 with 12 digits.
    DG13_OLD_NUMBER = "chip.dg13_old_number_of_12_digits", Info, Officer,
        vi: "Số giấy tờ cũ trong chip có 12 chữ số: có thể là số CMND 12 số hoặc số định danh đã hủy." => "Hãy hỏi lại người dân nếu cần dùng số này.",
        en: "The old number in the chip has 12 digits: it may be a 12-digit CMND or a cancelled personal number." => "Ask the citizen if this number is needed.";
    /// Item 13 with one name and no place for the other.
    DG13_ONE_PARENT = "chip.dg13_one_parent", Info, Citizen,
        vi: "Chip chỉ ghi tên của một người, cha hoặc mẹ, và không rõ là ai." => "Hãy tự nhập tên cha, mẹ.",
        en: "The chip holds the name of one parent only and does not say of which." => "Enter the parents' names yourself.";
    /// DG1 against DG13.
    GROUPS_DIFFER = "chip.groups_differ", Warning, Officer,
        vi: "Hai phần trong chip (DG1 và DG13) ghi mục này khác nhau." => "Hãy đối chiếu với mặt thẻ; nếu thẻ in đúng, người dân cần báo cơ quan cấp thẻ.",
        en: "Two parts of the chip (DG1 and DG13) differ in this." => "Compare with the printed card; the citizen should tell the issuing office.";
}
