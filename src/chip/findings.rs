//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {
    // ---- files and limits -----------------------------------------------------------------------

    /// A name that no file of the application has.
    FILE_UNKNOWN = "chip.file_unknown", Info, Developer,
        vi: "Tệp “{file}” không thuộc dữ liệu chip nên không được dùng." => "",
        en: "The file “{file}” is no file of the chip and was not used." => "";
    /// Nothing that says who the holder is.
    NO_IDENTITY = "chip.no_identity", Error, Officer,
        vi: "Không có DG1 hoặc DG13 đọc được: chưa có thông tin của ai." => "Hãy đọc lại chip với các tệp DG1, DG13 và EF.SOD.",
        en: "Neither DG1 nor DG13 could be read: there is nobody's data." => "Read the chip again, with DG1, DG13 and EF.SOD.";
    /// A bound of the reader was hit.
    LIMIT = "chip.limit", Error, Developer,
        vi: "Tệp {file} lớn hoặc lồng nhau quá mức cho phép ({detail})." => "Hãy đọc lại chip.",
        en: "The file {file} is larger or more nested than allowed ({detail})." => "Read the chip again.";

    // ---- EF.SOD and its signature ---------------------------------------------------------------

    /// No EF.SOD: nothing can be said about where the data is from.
    SOD_ABSENT = "chip.sod_absent", Warning, Officer,
        vi: "Thiếu tệp EF.SOD: không thể biết dữ liệu có phải từ chip hay không." => "Hãy đọc lại chip và kèm tệp EF.SOD.",
        en: "EF.SOD is missing: nothing shows that this data came from a chip." => "Read the chip again and include EF.SOD.";
    /// EF.SOD cannot be read.
    SOD_UNREADABLE = "chip.sod_unreadable", Error, Officer,
        vi: "Không đọc được tệp EF.SOD ({detail})." => "Hãy đọc lại chip; giữ yên thẻ cho tới khi xong.",
        en: "EF.SOD cannot be read ({detail})." => "Read the chip again and keep the card still until it is done.";
    /// The signature is wrong.
    SIGNATURE_WRONG = "chip.signature_wrong", Error, Officer,
        vi: "Chữ ký trên dữ liệu chip sai ({detail})." => "Không dùng dữ liệu này; hãy đọc lại chip, nếu vẫn vậy thì báo cơ quan cấp thẻ.",
        en: "The signature over the chip's data is wrong ({detail})." => "Do not use this data; read the chip again, and if it stays so tell the issuing office.";
    /// The signed content is something else.
    CONTENT_WRONG = "chip.content_wrong", Error, Officer,
        vi: "Nội dung được ký trong EF.SOD không phải danh sách mã băm của chip ({detail})." => "Không dùng dữ liệu này; hãy đọc lại chip.",
        en: "What is signed in EF.SOD is not the chip's list of hashes ({detail})." => "Do not use this data; read the chip again.";
    /// No certificate of the signer came along.
    SIGNER_MISSING = "chip.signer_missing", Error, Officer,
        vi: "EF.SOD không kèm chứng thư của người ký, nên không kiểm tra được chữ ký." => "Hãy đọc lại chip; nếu vẫn vậy thì báo cơ quan cấp thẻ.",
        en: "EF.SOD comes without its signer's certificate, so the signature cannot be checked." => "Read the chip again; if it stays so tell the issuing office.";
    /// An algorithm, a key or a curve outside of what this module knows.
    SIGNATURE_UNSUPPORTED = "chip.signature_unsupported", Warning, Developer,
        vi: "Chưa kiểm tra được chữ ký: cách ký này không được hỗ trợ ({detail})." => "Hãy kiểm tra bằng thiết bị khác trước khi tin dữ liệu này.",
        en: "The signature could not be checked: this way of signing is not supported ({detail})." => "Check with another device before you rely on this data.";
    /// Something was accepted although it is not as the documents ask.
    DEVIATION = "chip.deviation", Info, Developer,
        vi: "Dữ liệu chip có điểm khác chuẩn nhưng được chấp nhận: {detail}." => "",
        en: "The chip's data departs from the standard in a way that was accepted: {detail}." => "";
    /// Several signers; which one counts.
    SEVERAL_SIGNERS = "chip.several_signers", Info, Developer,
        vi: "EF.SOD có nhiều chữ ký; kết quả là của chữ ký thứ {detail}." => "",
        en: "EF.SOD has several signatures; the result is that of number {detail}." => "";

    // ---- data groups against EF.SOD -------------------------------------------------------------

    /// The hash differs.
    GROUP_ALTERED = "chip.group_altered", Error, Officer,
        vi: "Dữ liệu {file} không khớp với EF.SOD: đã bị sửa hoặc đọc hỏng." => "Không dùng dữ liệu này; hãy đọc lại chip.",
        en: "{file} does not match EF.SOD: it was altered, or read badly." => "Do not use this data; read the chip again.";
    /// Supplied, and no hash is in EF.SOD.
    GROUP_NOT_IN_SOD = "chip.group_not_in_sod", Error, Officer,
        vi: "Tệp {file} được gửi kèm nhưng EF.SOD không xác nhận tệp này." => "Không dùng nội dung tệp này.",
        en: "{file} was supplied, and EF.SOD does not cover it." => "Do not use what it says.";
    /// The file is longer than its own length says.
    FILE_LONGER = "chip.file_longer", Warning, Developer,
        vi: "Tệp {file} dài hơn độ dài ghi trong tệp ({detail} byte thừa): đầu đọc đã đọc quá cuối tệp." => "Hãy đọc lại chip, dừng ở độ dài ghi trong tệp.",
        en: "{file} is longer than its own length says (by {detail} bytes): the reader read on past its end." => "Read the chip again, up to the length in the file.";
    /// In EF.SOD, and not supplied.
    GROUP_NOT_SUPPLIED = "chip.group_not_supplied", Info, Nobody,
        vi: "Chip có {file} nhưng tệp này không được đọc." => "",
        en: "The chip has {file}, which was not read." => "";
    /// EF.COM lists it, EF.SOD does not.
    GROUP_LISTED_ONLY = "chip.group_listed_only", Warning, Officer,
        vi: "EF.COM có ghi {file} nhưng EF.SOD không xác nhận." => "Hãy báo cơ quan cấp thẻ nếu cần dùng tệp này.",
        en: "EF.COM lists {file}, and EF.SOD does not cover it." => "Tell the issuing office if this file is needed.";
    /// EF.SOD lists it, EF.COM does not.
    GROUP_NOT_LISTED = "chip.group_not_listed", Info, Developer,
        vi: "EF.SOD có {file} nhưng EF.COM không ghi." => "",
        en: "EF.SOD covers {file}, which EF.COM does not list." => "";

    // ---- chain ----------------------------------------------------------------------------------

    /// No anchor of the caller issued the signer.
    ISSUER_UNKNOWN = "chip.issuer_unknown", Warning, Officer,
        vi: "Dữ liệu nguyên vẹn và có chữ ký, nhưng chưa biết cơ quan nào ký." => "Hãy nạp chứng thư của cơ quan cấp thẻ để kiểm tra tiếp.",
        en: "The data is signed and unchanged, but it is not known who signed it." => "Load the issuing authority's certificate to check further.";
    /// The signer's or the authority's time is over.
    CHAIN_EXPIRED = "chip.chain_expired", Warning, Officer,
        vi: "Chứng thư ký dữ liệu chip đã hết hạn vào thời điểm kiểm tra." => "Hãy kiểm tra ngày giờ, và thẻ còn hạn hay không.",
        en: "The certificate that signs the chip's data had expired at the time of the check." => "Check the date, and whether the card is still in force.";
    /// The signer's or the authority's time has not begun.
    CHAIN_NOT_YET_VALID = "chip.chain_not_yet_valid", Warning, Officer,
        vi: "Chứng thư ký dữ liệu chip chưa có hiệu lực vào thời điểm kiểm tra." => "Hãy kiểm tra ngày giờ của thiết bị.",
        en: "The certificate that signs the chip's data was not yet in force at the time of the check." => "Check the device's date and time.";
    /// A list of the issuer names it.
    REVOKED = "chip.revoked", Error, Officer,
        vi: "Chứng thư ký dữ liệu chip đã bị thu hồi." => "Không dùng dữ liệu này; hãy liên hệ cơ quan cấp thẻ.",
        en: "The certificate that signs the chip's data was revoked." => "Do not use this data; ask the issuing office.";
    /// Signer, authority and document are of different countries.
    COUNTRY_DIFFERS = "chip.country_differs", Error, Officer,
        vi: "Nước của cơ quan ký không phải nước cấp giấy tờ ({detail})." => "Không dùng dữ liệu này.",
        en: "The signer's country is not the country that issued the document ({detail})." => "Do not use this data.";
    /// The same, accepted by the caller's policy.
    COUNTRY_DIFFERS_ACCEPTED = "chip.country_differs_accepted", Warning, Developer,
        vi: "Nước của cơ quan ký không phải nước cấp giấy tờ ({detail}); được chấp nhận theo cấu hình." => "",
        en: "The signer's country is not the country that issued the document ({detail}); accepted by policy." => "";
    /// A rule of certificates is broken.
    CHAIN_WRONG = "chip.chain_wrong", Error, Officer,
        vi: "Chứng thư của người ký không đúng quy tắc ({detail})." => "Không dùng dữ liệu này; hãy báo cơ quan cấp thẻ.",
        en: "The signer's certificate breaks a rule ({detail})." => "Do not use this data; tell the issuing office.";
    /// No list was supplied, or none of this issuer.
    CRL_ABSENT = "chip.crl_absent", Info, Officer,
        vi: "Chưa biết chứng thư ký có bị thu hồi hay không: không có danh sách thu hồi." => "",
        en: "Whether the signer's certificate was revoked is not known: there is no revocation list." => "";
    /// The list is outdated.
    CRL_STALE = "chip.crl_stale", Warning, Officer,
        vi: "Danh sách thu hồi chứng thư đã cũ so với thời điểm kiểm tra." => "Hãy nạp danh sách mới hơn.",
        en: "The revocation list is out of date at the time of the check." => "Load a newer one.";
    /// The list is good, and the signer is not in it.
    CRL_GOOD = "chip.crl_good", Info, Nobody,
        vi: "Chứng thư ký không nằm trong danh sách thu hồi." => "",
        en: "The signer's certificate is not in the revocation list." => "";
    /// A list that cannot be read, or that the issuer did not sign.
    CRL_UNUSABLE = "chip.crl_unusable", Warning, Developer,
        vi: "Một danh sách thu hồi không đọc được, hoặc cơ quan này không ký hay không được ký nó, nên không được dùng." => "Hãy tải lại danh sách từ cơ quan cấp.",
        en: "A revocation list cannot be read, or the authority did not sign it or may not sign lists; it was not used." => "Fetch the list from the authority again.";
    /// A list of changes, or with a critical extension that is not known.
    CRL_PARTIAL = "chip.crl_partial", Warning, Developer,
        vi: "Một danh sách thu hồi chỉ nói về một phần (danh sách thay đổi, hoặc có phần mở rộng bắt buộc chưa biết) nên không đủ để nói chứng thư còn tốt." => "Hãy nạp danh sách đầy đủ.",
        en: "A revocation list speaks of a part only (changes, or a critical extension that is not known); it cannot show that a certificate is good." => "Load the complete list.";
    /// An RSA authority below 2048 bits.
    ISSUER_WEAK = "chip.issuer_weak", Warning, Officer,
        vi: "Khóa của cơ quan ký quá ngắn để tin được (RSA dưới 2048 bit)." => "Không dựa vào kết quả này; hãy hỏi cơ quan cấp thẻ.",
        en: "The authority's key is too short to rely on (RSA below 2048 bits)." => "Do not rely on this; ask the issuing office.";
    /// The caller's policy asks for more than the default.
    POLICY_REFUSED = "chip.policy_refused", Error, Developer,
        vi: "Cấu hình của nơi kiểm tra không chấp nhận: {detail}." => "Không dùng dữ liệu này, hoặc nạp danh sách thu hồi còn hiệu lực.",
        en: "The policy of whoever checks refuses this: {detail}." => "Do not use this data, or load a revocation list that is in force.";
    /// A certificate of the caller that cannot be read.
    ANCHOR_UNREADABLE = "chip.anchor_unreadable", Warning, Developer,
        vi: "Một chứng thư gốc được nạp không đọc được ({detail})." => "Hãy nạp lại chứng thư dạng DER.",
        en: "One of the certificates to trust cannot be read ({detail})." => "Load it again, in DER.";
    /// A master list that the caller's anchor does not stand behind.
    MASTER_LIST_REFUSED = "chip.master_list_refused", Warning, Developer,
        vi: "Danh sách chứng thư (master list) không được dùng: {detail}." => "Hãy nạp danh sách và chứng thư của nước phát hành nó.",
        en: "A master list was not used: {detail}." => "Load the list with the certificate of the country that publishes it.";
    /// A certificate within a master list that cannot be read.
    MASTER_LIST_PARTLY_READ = "chip.master_list_partly_read", Info, Developer,
        vi: "Danh sách chứng thư (master list) có {detail} chứng thư không đọc được." => "",
        en: "A master list has {detail} certificates that cannot be read." => "";

    // ---- proof against copies -------------------------------------------------------------------

    /// It knows the key.
    CLONE_PROVED = "chip.clone_proved", Info, Nobody,
        vi: "Chip đã chứng minh là bản gốc, không phải bản sao." => "",
        en: "The chip proved that it is the original and no copy." => "";
    /// The evidence fits, and what it answers came with it.
    CLONE_CLAIMED = "chip.clone_claimed", Info, Officer,
        vi: "Bằng chứng kèm theo khớp với chip, nhưng câu hỏi hoặc khóa tạm không do nơi kiểm tra đưa ra: ai có dữ liệu cũng có thể đã tạo ra nó." => "Muốn biết chip không phải bản sao, hãy đọc trực tiếp với câu hỏi của chính mình.",
        en: "The evidence that came along fits the chip, and its challenge or key is not the checker's own: whoever had the data may have made it." => "To know that the chip is no copy, read it yourself, with your own challenge.";
    /// It does not.
    CLONE_FAILED = "chip.clone_failed", Error, Officer,
        vi: "Chip trả lời sai khi được yêu cầu chứng minh là bản gốc ({detail})." => "Có thể là bản sao: hãy đọc lại, nếu vẫn vậy thì giữ lại và báo cơ quan cấp thẻ.",
        en: "The chip answered wrongly when asked to prove that it is the original ({detail})." => "It may be a copy: read it again, and if it stays so tell the issuing office.";
    /// No key of this kind.
    CLONE_NOT_SUPPORTED = "chip.clone_not_supported", Info, Nobody,
        vi: "Chip này không có cách chứng minh là bản gốc." => "",
        en: "This chip has no way to prove that it is the original." => "";
    /// Evidence, and nothing authentic to hold it against.
    CLONE_NOT_JUDGED = "chip.clone_not_judged", Warning, Officer,
        vi: "Chưa xét được chip có phải bản gốc hay không ({detail})." => "Hãy kiểm tra chữ ký và chứng thư trước.",
        en: "Whether the chip is the original could not be judged ({detail})." => "Check the signature and the certificates first.";

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
