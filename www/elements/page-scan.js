/**
 * For pages of the site that scan or show what was read: the elements' camera, scanner, words. Not part of the
 * package's interface.
 */
import { en } from "./words.en.js";
import { addEnglish } from "./words.js";

export { Camera } from "./camera.js";
export { saveFile } from "./files.js";
export { qrPicture } from "./qr-picture.js";
export { Scanner } from "./scanner.js";
export { showPerson } from "./show.js";
export { say } from "./words.js";

addEnglish(en);
