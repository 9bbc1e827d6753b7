// A CT01 that is complete, for the tests of what comes after.

import { at, fill, fillDate, press } from "./form-page.mjs";

/** Fills in the short CT01 of an invented person and completes it. @param {import("./harness.mjs").Page} page */
export async function completeCt01(page) {
  await press(page, "Tự gõ vào tờ khai");
  await at(page, "Nội dung đề nghị");
  await press(page, "Xác nhận thông tin về cư trú");
  await fill(page, "to", "Công an phường Mẫu");
  await fill(page, "request", "Xác nhận thông tin về cư trú");
  await press(page, "Tiếp tục");
  await at(page, "Người kê khai");
  await fill(page, "fullName", "Nguyễn Văn Mẫu");
  await fillDate(page, "birthDate", ["28", "2", "1990"]);
  await press(page, "Nam");
  await fill(page, "pin", "001090000017");
  await press(page, "Tiếp tục");
  await at(page, "Kiểm tra lại trước khi hoàn tất");
  await press(page, "Hoàn tất");
  await at(page, "Tờ khai đã hoàn tất");
}
