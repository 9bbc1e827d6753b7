// The official form as a PDF, read again by Poppler and checked by qpdf.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";

import init, { seal } from "cancuoc";
import initPdf, { renderPdf } from "cancuoc/pdf";

import { code } from "./code.mjs";

/** @type {import("cancuoc").SealedApplication} */ let sealed;
const folder = mkdtempSync(join(tmpdir(), "cancuoc-pdf-"));

before(async () => {
  await Promise.all([init(), initPdf()]);
  const examples = JSON.parse(readFileSync(new URL("../../packs/ct01/examples.json", import.meta.url), "utf8"));
  const context = { assurance: /** @type {const} */ ("none"), sealedAt: "2026-11-21T09:00:00+07:00" };
  sealed = seal("ct01", examples.accept[0].answers, context, { on: "2026-11-21" });
});

/** @param {Uint8Array} bytes @param {string} [name] */
function saved(bytes, name = "one.pdf") {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

test("a CT01 has its items in the order of the form, with their numbers and answers", () => {
  const text = execFileSync("pdftotext", ["-raw", saved(renderPdf(sealed)), "-"], { encoding: "utf8" });
  assert.deepEqual(text.split("\n").slice(0, 20), [
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
    "TT Họ, chữ đệm và",
    "tên",
    "Ngày, tháng, năm",
    "sinh",
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

test("a form is made within a quarter of a second", () => {
  // The quickest of some: what else the machine does is not measured.
  const taken = Array.from({ length: 9 }, () => {
    const start = performance.now();
    renderPdf(sealed);
    return performance.now() - start;
  });
  assert.ok(Math.min(...taken) < 250, `${taken} ms`);
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
