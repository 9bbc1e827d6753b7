/** `<cancuoc-form>` alone: the first field comes with fewer bytes, the scanner's element when its page is opened. */
export {
  CanCuocForm,
  setAssetsBase,
  type CanCuocFormEvents,
  type HiddenPart,
  type Submission,
  type SubmitOptions,
  type Theme,
} from "./widget.js";
