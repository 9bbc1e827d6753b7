// Without any framework: a project of TypeScript alone.
import { setAssetsBase } from "cancuoc/assets";
import { type Submission } from "cancuoc/widget/form";

setAssetsBase("./cancuoc/");
const form = document.createElement("cancuoc-form");
form.account = Promise.resolve({ pin: "001202999999" });
const said: Promise<Submission | undefined> = form.submit({
  send: async (_, { key }) => ({ receipt: key.slice(0, 8) }),
});
void said.then((outcome) => form.setFindings(outcome?.findings ?? []));
