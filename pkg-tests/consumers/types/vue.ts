// Vue's templates know the elements by `GlobalComponents`.
import "cancuoc/widget";
import type { GlobalComponents } from "vue";

type Props = InstanceType<GlobalComponents["cancuoc-form"]>["$props"];
export const props: Props = {
  form: "ct01",
  draft: "off",
  steps: "one",
  locked: ["pin"],
  theme: "contrast",
  onSealed: (event) => console.log(event.detail.form),
};
// @ts-expect-error there is no such language
export const wrong: Props = { locale: "fr" };

const form = document.querySelector("cancuoc-form");
form?.addEventListener("beforeseal", (event) => event.detail.assurance === "none" && event.preventDefault());
document.querySelector("cancuoc-view")?.addEventListener("checked", (event) => console.log(event.detail.findings));
