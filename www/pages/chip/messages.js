import { t } from "../../shell/locale.js";

/** The ladder, lowest first. */
export const STEPS = ["none", "wellFormed", "consistent", "intact", "authentic", "genuine"];

/** @param {string} step */
export function stepName(step) {
  switch (step) {
    case "wellFormed":
      return t("Đúng định dạng", "Well formed");
    case "consistent":
      return t("Hai nguồn khớp nhau", "Two sources agree");
    case "intact":
      return t("Nguyên vẹn", "Unaltered");
    case "authentic":
      return t("Rõ nơi cấp", "Issuer known");
    case "genuine":
      return t("Chip thật", "Chip proved");
    default:
      return t("Không đọc được", "Not readable");
  }
}

/**
 * The verdict in one line, what it means, and whether something is wrong.
 * @param {any} reading
 * @returns {{ stopped: boolean, title: string, more: string }}
 */
export function verdict({ assurance, signature, chain, dataGroups, clone }) {
  const altered = dataGroups.some((/** @type {any} */ group) => group.status === "mismatch");
  const uncovered = dataGroups.some((/** @type {any} */ group) => group.status === "notInSod");
  const stop = (/** @type {string} */ title, /** @type {string} */ more) => ({ stopped: true, title, more });
  const pass = (/** @type {string} */ title, /** @type {string} */ more) => ({ stopped: false, title, more });
  if (assurance === "none")
    return stop(
      t("Không đọc được thành giấy tờ", "Not readable as a document"),
      t(
        "Hãy đọc lại chip, giữ yên thẻ cho tới khi xong.",
        "Read the chip again and keep the card still until it is done.",
      ),
    );
  if (signature.status === "absent")
    return pass(
      t("Chưa có gì chứng minh", "Nothing is proved"),
      t(
        "Thiếu tệp EF.SOD nên không kiểm tra được chữ ký. Hãy đọc cả EF.SOD.",
        "EF.SOD is missing, so no signature can be checked. Read EF.SOD too.",
      ),
    );
  if (altered)
    return stop(
      t("Dữ liệu đã bị sửa", "The data was altered"),
      t(
        "Có phần không khớp với chữ ký. Đừng dùng dữ liệu này; hãy đọc lại chip từ thẻ gốc.",
        "A part does not match what was signed. Do not use this data; read the chip of the original card again.",
      ),
    );
  if (signature.status === "invalid")
    return stop(
      t("Chữ ký không đúng", "The signature does not hold"),
      t(
        "Đừng dùng dữ liệu này; hãy đọc lại chip từ thẻ gốc.",
        "Do not use this data; read the chip of the original card again.",
      ),
    );
  if (signature.status === "unsupported")
    return pass(
      t("Chưa kiểm tra được chữ ký", "The signature could not be judged"),
      t(
        "Thẻ dùng một cách ký mà trang này không biết. Đó không phải là kết luận đúng hay sai.",
        "The card is signed in a way that this page does not know. That is neither right nor wrong.",
      ),
    );
  if (uncovered)
    return stop(
      t("Có phần không được ký", "A part is not covered by the signature"),
      t("Phần đó có thể do ai khác thêm vào; nó không được dùng.", "Somebody else may have added it; it is not used."),
    );
  if (clone.status === "failed")
    return stop(
      t("Chip có thể là bản sao", "The chip may be a copy"),
      t(
        "Dữ liệu là thật, nhưng con chip không trả lời đúng câu hỏi bí mật. Hãy kiểm tra thẻ và người cầm thẻ.",
        "The data is true, but the chip did not answer the challenge rightly. Look at the card and at who presents it.",
      ),
    );
  switch (chain.status) {
    case "revoked":
      return stop(
        t("Chứng thư ký đã bị thu hồi", "The signer was revoked"),
        t(
          "Nơi cấp không còn nhận chữ ký này. Đừng dùng dữ liệu.",
          "The issuer no longer stands by this signature. Do not use the data.",
        ),
      );
    case "countryMismatch":
      return stop(
        t("Nước ký không khớp nước cấp thẻ", "The signer's country is not the card's"),
        t("Đừng dùng dữ liệu này cho tới khi rõ lý do.", "Do not use this data until the reason is known."),
      );
    case "invalid":
      return stop(
        t("Chứng thư ký không đúng", "The signer's certificate does not hold"),
        t(
          "Nó tự nhận là của một nơi cấp mà bạn tin, nhưng không phải. Đừng dùng dữ liệu.",
          "It names an issuer you trust, and is not from there. Do not use the data.",
        ),
      );
    case "expired":
      return pass(
        t("Nguyên vẹn, chứng thư ký đã hết hạn", "Unaltered, the signer has expired"),
        t(
          "Dữ liệu đúng như lúc được ký. Chứng thư ký đã hết hạn vào thời điểm kiểm tra.",
          "The data is as it was signed. The signer's certificate had expired at the time of the check.",
        ),
      );
    case "notYetValid":
      return pass(
        t("Nguyên vẹn, chứng thư ký chưa có hiệu lực", "Unaltered, the signer is not yet valid"),
        t("Hãy kiểm tra ngày giờ của máy này.", "Check the date of this device."),
      );
    case "unknownIssuer":
      return pass(
        t("Nguyên vẹn, chưa rõ ai cấp", "Unaltered, issuer unknown"),
        t(
          "Dữ liệu đúng như lúc được ký, nhưng người ký không có trong danh sách bạn tin. Đó không phải là " +
            "thật, cũng không phải là giả.",
          "The data is as it was signed, but the signer is not among those you trust. That makes it neither " +
            "genuine nor forged.",
        ),
      );
    default:
      break;
  }
  if (assurance === "genuine")
    return pass(
      t("Dữ liệu thật, chip thật", "True data, true chip"),
      t(
        "Dữ liệu nguyên vẹn, do nơi bạn tin cấp, và chip đã trả lời đúng câu hỏi của chính bạn.",
        "Unaltered, issued by one you trust, and the chip answered your own question rightly.",
      ),
    );
  return pass(
    t("Dữ liệu thật, rõ nơi cấp", "True data, issuer known"),
    t(
      "Nguyên vẹn và do nơi bạn tin cấp. Chưa có gì chứng minh con chip không phải bản sao.",
      "Unaltered and issued by one you trust. Nothing has proved that the chip is no copy.",
    ),
  );
}

/**
 * The checks as rows: state, title, what came out.
 * @param {any} reading
 * @returns {{ state: "good" | "warning" | "error" | "open", title: string, status: string }[]}
 */
export function checks({ signature, chain, dataGroups, clone }) {
  const count = (/** @type {string} */ status) =>
    dataGroups.filter((/** @type {any} */ group) => group.status === status).length;
  const wrong = count("mismatch") + count("notInSod");
  return [
    {
      title: t("Chữ ký của nơi cấp", "The issuer's signature"),
      ...of(signature.status, {
        valid: ["good", `${t("Đúng", "Holds")}${signature.algorithm ? ` (${signature.algorithm})` : ""}`],
        invalid: ["error", t("Không đúng", "Does not hold")],
        unsupported: ["warning", t("Chưa kiểm tra được", "Could not be judged")],
        absent: ["open", t("Không có EF.SOD", "No EF.SOD")],
      }),
    },
    {
      title: t("Các nhóm dữ liệu", "The data groups"),
      ...(wrong
        ? {
            state: /** @type {const} */ ("error"),
            status: t(`${wrong} nhóm không khớp chữ ký`, `${wrong} not as signed`),
          }
        : count("match")
          ? {
              state: /** @type {const} */ ("good"),
              status: t(`${count("match")} nhóm đúng như lúc ký`, `${count("match")} as they were signed`),
            }
          : { state: /** @type {const} */ ("open"), status: t("Không có gì để so", "Nothing to compare with") }),
    },
    {
      title: t("Nơi cấp", "The issuer"),
      ...of(chain.status, {
        trusted: ["good", t("Có trong danh sách bạn tin", "Among those you trust")],
        unknownIssuer: ["open", t("Không có trong danh sách bạn tin", "Not among those you trust")],
        expired: ["warning", t("Chứng thư ký đã hết hạn", "The signer has expired")],
        notYetValid: ["warning", t("Chứng thư ký chưa có hiệu lực", "The signer is not yet valid")],
        revoked: ["error", t("Chứng thư ký đã bị thu hồi", "The signer was revoked")],
        countryMismatch: ["error", t("Nước ký không khớp nước cấp thẻ", "The signer's country is not the card's")],
        invalid: ["error", t("Chứng thư ký không đúng", "The signer's certificate does not hold")],
      }),
    },
    {
      title: t("Chip có phải bản sao không", "Whether the chip is a copy"),
      ...of(clone.status, {
        proved: ["good", t("Chip đã trả lời đúng câu hỏi của bạn", "The chip answered your question rightly")],
        claimed: ["open", t("Khớp, nhưng câu hỏi không do bạn đặt", "It fits, but the question was not yours")],
        failed: ["error", t("Chip trả lời sai", "The chip answered wrongly")],
        notSupported: ["open", t("Chip này không có cách chứng minh", "This chip has no way to prove it")],
        notTried: ["open", t("Chưa thử, hoặc chưa có cơ sở để kết luận", "Not tried, or nothing to judge it by")],
      }),
    },
  ];
}

/** @param {string} status @param {Record<string, [any, string]>} words @returns {{ state: any, status: string }} */
function of(status, words) {
  const [state, text] = words[status] ?? ["open", status];
  return { state, status: text };
}

/** @param {string} status */
export function groupLabel(status) {
  return (
    {
      match: t("đúng", "as signed"),
      mismatch: t("đã bị sửa", "altered"),
      notSupplied: t("chưa đọc", "not read"),
      notInSod: t("không được ký", "not signed"),
    }[status] ?? status
  );
}

/** @type {Record<string, () => string>} */
const FIELDS = {
  pin: () => t("Số định danh cá nhân", "Personal number"),
  fullName: () => t("Họ, chữ đệm và tên", "Full name"),
  latinName: () => t("Tên không dấu", "Name in Latin letters"),
  birthDate: () => t("Ngày sinh", "Date of birth"),
  sex: () => t("Giới tính", "Sex"),
  nationality: () => t("Quốc tịch", "Nationality"),
  ethnicity: () => t("Dân tộc", "Ethnicity"),
  religion: () => t("Tôn giáo", "Religion"),
  placeOfOrigin: () => t("Quê quán", "Place of origin"),
  placeOfBirthRegistration: () => t("Nơi đăng ký khai sinh", "Place of birth registration"),
  residence: () => t("Nơi cư trú", "Residence"),
  identifyingMarks: () => t("Đặc điểm nhận dạng", "Identifying marks"),
  issueDate: () => t("Ngày cấp", "Issued"),
  expiryDate: () => t("Có giá trị đến", "Valid until"),
  fatherName: () => t("Họ tên cha", "Father"),
  motherName: () => t("Họ tên mẹ", "Mother"),
  spouseName: () => t("Họ tên vợ, chồng", "Spouse"),
  oldId: () => t("Số CMND cũ", "Old ID number"),
  cancelledPin: () => t("Số định danh đã hủy", "Cancelled personal number"),
  documentNumber: () => t("Số giấy tờ", "Document number"),
};

/** Label and value of a field, as people write them. @param {string} name @param {string} value */
export function fieldLabel(name, value) {
  let shown = value;
  if (name === "sex") shown = value === "female" ? t("Nữ", "Female") : t("Nam", "Male");
  else if (value === "none") shown = t("Không thời hạn", "No expiry");
  else if (/^\d{4}-\d\d-\d\d$/.test(value)) shown = value.split("-").reverse().join("/");
  else if (/^\d{12}$/.test(value)) shown = value.replace(/(\d{3})(?=\d)/g, "$1 ");
  return { label: FIELDS[name]?.() ?? name, value: shown, isNumber: /^[\d /]+$/.test(shown) };
}

/** Why nothing was read, and what to do next. @param {any} error */
export function errorMessage(error) {
  switch (error?.code) {
    case "chipFiles.empty":
      return t(
        "Không thấy tệp nào của chip trong đó. Cần ít nhất EF.SOD và DG1 hoặc DG13; hãy chọn đúng tệp mà đầu " +
          "đọc đã lưu.",
        "There is no file of a chip in it. At least EF.SOD and DG1 or DG13 are needed; choose what the reader saved.",
      );
    case "chipFiles.zip":
      return t(
        "Tệp ZIP bị hỏng hoặc có mật khẩu. Hãy xuất lại từ đầu đọc, không đặt mật khẩu.",
        "The ZIP is damaged or has a password. Export it again without one.",
      );
    case "chipFiles.json":
      return t(
        "Tệp JSON không đúng cách ghi. Cần tên tệp và nội dung dạng base64.",
        "The JSON is not as expected: names of files with base64.",
      );
    case "limit.input":
      return t(
        "Tệp lớn hơn mọi dữ liệu chip thường gặp. Hãy kiểm tra xem có chọn nhầm tệp không.",
        "This is larger than any chip's data. See whether it is the right file.",
      );
    case "init.source":
    case "init.csp":
      return t(
        "Chưa tải được bộ kiểm tra. Hãy tải lại trang.",
        "The checker could not be loaded. Load the page again.",
      );
    default:
      return t(
        "Đã có lỗi khi đọc. Hãy tải lại trang rồi thử lại.",
        "Something went wrong. Load the page again and retry.",
      );
  }
}
