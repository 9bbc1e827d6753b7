// The official form as a PDF, read again by Poppler and checked by qpdf.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

import init, { describeForm, seal } from "cancuoc";
import initPdf, { layoutPages, pageFonts, renderPdf } from "cancuoc/pdf";

import { Declared } from "../types/declared.mjs";
import { code } from "./code.mjs";

/** @type {import("cancuoc").SealedApplication} */ let sealed;
const packs = new URL("../../packs/", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "cancuoc-pdf-"));

before(async () => {
  await Promise.all([init(), initPdf()]);
  sealed = sealedOf("ct01", examplesOf("ct01")[0]);
});

/** @param {string} form @returns {any[]} */
const examplesOf = (form) => JSON.parse(readFileSync(new URL(`${form}/examples.json`, packs), "utf8")).accept;

/** @param {string} form @param {any} example */
function sealedOf(form, { answers, on }) {
  return seal(form, answers, { assurance: "none", sealedAt: `${on}T09:00:00+07:00` }, { on });
}

/** The text of a file as Poppler reads it. @param {Uint8Array} bytes */
function textOf(bytes) {
  // Poppler takes the truth value of `Suspects` for an error and says so.
  const stdio = /** @type {["ignore", "pipe", "ignore"]} */ (["ignore", "pipe", "ignore"]);
  return execFileSync("pdftotext", ["-raw", saved(bytes), "-"], { encoding: "utf8", stdio });
}

/** Where blanks stand is a matter of the layout. @param {string} text */
const withoutBlanks = (text) => text.replace(/\s/g, "");

/** @param {Uint8Array} bytes @param {string} [name] */
function saved(bytes, name = "one.pdf") {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

test("a CT01 has its items in the order of the form, with their numbers and answers", () => {
  const text = textOf(renderPdf(sealed));
  assert.deepEqual(text.split("\n").slice(0, 16), [
    "Mẫu CT01",
    "Ban hành kèm theo Thông tư 116/2026/TT-BCA",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ",
    "Kính gửi: Công an phường Mẫu",
    "1. Họ, chữ đệm và tên khai sinh: Nguyễn Văn Mẫu",
    "2. Ngày, tháng, năm sinh: 28/02/1990 3. Giới tính: Nam",
    "4. Số định danh cá nhân:",
    "001090000017",
    "5. Số điện thoại liên hệ: 0901234567 6. Email: mau@vidu.vn",
    "7. Họ, chữ đệm và tên chủ hộ: Nguyễn Thị Hộ 8. Mối quan hệ với chủ hộ: Con",
    "9. Số định danh cá nhân của chủ hộ:",
    "001160000021",
    "10. Nội dung đề nghị: Đăng ký thường trú tại số 1, đường Mẫu, phường Mẫu, thành phố Mẫu",
    "11. Những thành viên trong hộ gia đình cùng thay đổi:",
  ]);
  assert.match(text, /ngày 21 tháng 11 năm 2026/);
  assert.match(text, /Nơi đăng ký: Số 1, đường Mẫu, phường Mẫu, thành phố Mẫu/);
  assert.match(text, new RegExp(`Mã đối chiếu: CT01-${sealed.digest.value.slice(0, 4)}`, "i"));
});

test("two calls give the same bytes, and the file is sound, tagged and of one title", () => {
  const bytes = renderPdf(sealed);
  assert.deepEqual(renderPdf(JSON.parse(JSON.stringify(sealed))), bytes);
  const file = saved(bytes);
  assert.match(
    execFileSync("qpdf", ["--check", file], { encoding: "utf8" }),
    /No syntax or stream encoding errors found/,
  );
  const about = execFileSync("pdfinfo", [file], { encoding: "utf8", env: { ...process.env, TZ: "UTC" } });
  assert.match(about, /Title: +Tờ khai thay đổi thông tin cư trú \(CT01\)/);
  assert.match(about, /Tagged: +yes/);
  assert.match(about, /Page size: +595\.28 x 841\.89 pts \(A4\)/);
  const fonts = execFileSync("pdffonts", [file], { encoding: "utf8" }).split("\n").slice(2).filter(Boolean);
  assert.equal(fonts.length, 3);
  for (const font of fonts) assert.match(font, /^[A-Z]{6}\+CancuocSerif-\w+ +CID TrueType +Identity-H +yes yes yes/);
});

/**
 * The texts by which an answer has to be found, from the description of the form alone.
 * @param {any[]} fields @param {any} answers @returns {string[]}
 */
function expected(fields, answers) {
  return fields.flatMap((field) => {
    const answer = answers[field.id];
    const label = (/** @type {any} */ value) =>
      field.choices?.find((/** @type {any} */ choice) => choice.value === value)?.label ?? String(value);
    if (answer === undefined || typeof answer === "boolean" || field.type === "attachment") return [];
    if (field.type === "group") return answer.flatMap((/** @type {any} */ row) => expected(field.fields, row));
    if (field.type === "date") return [answer.split("-").reverse().join("/")];
    if (field.type === "address") return [answer.text ?? answer];
    return [answer].flat().map(label);
  });
}

test("every answer of every accepted example of every pack stands on the page", () => {
  const missing = [];
  let count = 0;
  const forms = readdirSync(packs, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: form } of forms) {
    for (const example of examplesOf(form)) {
      const application = sealedOf(form, example);
      const text = withoutBlanks(textOf(renderPdf(application)));
      const { sections } = /** @type {any} */ (describeForm(form, { on: example.on }));
      const fields = sections.flatMap((/** @type {any} */ section) => section.fields);
      for (const answer of expected(fields, application.answers)) {
        const wanted = withoutBlanks(answer);
        // A day above a signature is in words; a number may have separators.
        const words = wanted.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, "ngày$1tháng$2năm$3");
        const found = text.includes(wanted) || text.includes(words) || text.replaceAll(".", "").includes(wanted);
        if (!found) missing.push(`${form}, ${example.name}: ${answer}`);
        count += 1;
      }
    }
  }
  assert.deepEqual(missing, []);
  assert.ok(count > 1_500, `${count} answers`);
});

test("the pages for a browser are those of the file, mark by mark, and as declared", () => {
  const examples = ["ct01", "ket-hon", "tk01", "land-bien-dong"].map((form) => sealedOf(form, examplesOf(form)[0]));
  const types = fileURLToPath(new URL("../../target/package/pdf.d.ts", import.meta.url));
  const declared = new Declared([types]);
  for (const application of examples) {
    const form = layoutPages(application);
    assert.deepEqual(declared.mistakes(types, "layoutPages", form), []);
    const pages = textOf(renderPdf(application)).split("\f").filter(Boolean);
    const drawn = form.pages.map((marks) => marks.flatMap((mark) => (mark.kind === "text" ? mark.text : [])).join(""));
    const letters = (/** @type {string} */ text) => [...withoutBlanks(text)].sort().join("");
    assert.deepEqual(drawn.map(letters), pages.map(letters), application.form);
  }
  assert.deepEqual(
    pageFonts().map(({ face, bytes }) => [face, [...bytes.subarray(0, 4)].join(" ")]),
    ["regular", "bold", "italic"].map((face) => [face, "0 1 0 0"]),
  );
});

test("the two sides of a marriage stand beside each other, and a passport's form has a box for the photograph", () => {
  const marriage = textOf(renderPdf(sealedOf("ket-hon", examplesOf("ket-hon")[0])));
  assert.match(marriage, /Thông tin Bên nữ Bên nam\nHọ, chữ đệm, tên /);
  const passport = layoutPages(sealedOf("tk01", examplesOf("tk01")[0])).pages[0] ?? [];
  const frame = passport.filter(
    (mark) => mark.kind === "rule" && !mark.dotted && mark.from[0] < 200 && mark.from[1] < 250,
  );
  const sides = frame.flatMap((mark) =>
    mark.kind === "rule" ? [mark.to[0] - mark.from[0], mark.to[1] - mark.from[1]] : [],
  );
  const millimetres = [...new Set(sides.map((points) => Math.round((points / 72) * 25.4)))].sort((a, b) => a - b);
  assert.deepEqual(millimetres, [0, 40, 60]);
  assert.match(textOf(renderPdf(sealedOf("tk01", examplesOf("tk01")[0]))), /Ảnh 4 cm × 6 cm/);
});

test("who declares and is the head of the household stands at the items of the head", () => {
  const example = examplesOf("ct01").find(({ answers }) => answers.declarantIsHead);
  const text = textOf(renderPdf(sealedOf("ct01", example)));
  assert.match(text, /7\. Họ, chữ đệm và tên chủ hộ: Lê Thị Thử 8\. Mối quan hệ với chủ hộ: Chủ hộ/);
  assert.match(text, /9\. Số định danh cá nhân của chủ hộ:\n079300000017/);
});

test("twenty members go over the end of the page, under the heads again", () => {
  const [first] = examplesOf("ct01");
  const members = Array.from({ length: 20 }, (_, index) => ({
    ...first.answers.members[0],
    fullName: `Công Tằng Tôn Nữ Trần Thị Mẫu ${String.fromCharCode(65 + index)}`,
    pin: `0011920${10_000 + index}`,
  }));
  const bytes = renderPdf(sealedOf("ct01", { ...first, answers: { ...first.answers, members } }));
  const pages = textOf(bytes).split("\f").filter(Boolean);
  assert.equal(pages.length, 2);
  assert.match(pages[1] ?? "", /Trang 2\/2/);
  const text = withoutBlanks(pages.join(""));
  assert.equal(text.split("TTHọ,chữđệmvà").length, 3);
  for (const { fullName } of members)
    assert.equal(text.split(withoutBlanks(fullName) + "06/05/1992").length, 2, fullName);
});

test("words wider than a line, lines of one's own and letters that the fonts lack are all on the page", () => {
  const [first] = examplesOf("ct01");
  const request = `${"ngườidùng".repeat(40)} 中😀 Đăng ký\n${"ở Nghiêng ".repeat(80)}hết`;
  const text = withoutBlanks(textOf(renderPdf(sealedOf("ct01", { ...first, answers: { ...first.answers, request } }))));
  assert.ok(text.includes(withoutBlanks(request).replace("中😀", "[U+4E2D][U+1F600]")), text);
  assert.match(text, /Chữkhôngcótrongphôngchữ/);
  assert.doesNotMatch(textOf(renderPdf(sealed)), /phông chữ/);
});

test("what is no whole application is refused with a code", () => {
  const changed = { ...sealed, sealedAt: "2026-11-21T09:00:01+07:00" };
  const unknown = { ...sealed, form: "ct99" };
  const long = { ...sealed, version: "a".repeat(200_001) };
  assert.equal(
    code(() => renderPdf(/** @type {any} */ (null))),
    "pdf.not_sealed",
  );
  assert.equal(
    code(() => renderPdf(/** @type {any} */ (undefined))),
    "input.type",
  );
  assert.equal(
    code(() => renderPdf(/** @type {any} */ ({}))),
    "pdf.not_sealed",
  );
  assert.equal(
    code(() => renderPdf(changed)),
    "pdf.not_sealed",
  );
  assert.equal(
    code(() => renderPdf(unknown)),
    "form.unknown",
  );
  assert.equal(
    code(() => renderPdf(long)),
    "limit.input",
  );
});
