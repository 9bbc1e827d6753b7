/**
 * For pages of the site that scan or show what was read: the elements' camera, scanner, words. Not part of the
 * package's interface.
 */
import { en } from "./messages.en.js";
import { addEnglish } from "./messages.js";

export { Camera } from "./camera.js";
export { saveFile } from "./files.js";
export { qrPicture } from "./qr-picture.js";
export { Scanner } from "./scanner.js";
export { formatPerson } from "./format.js";
export { message } from "./messages.js";

addEnglish(en);
