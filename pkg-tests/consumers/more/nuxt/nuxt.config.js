import { defineNuxtConfig } from "nuxt/config";

export default defineNuxtConfig({
  telemetry: false,
  // Its toolbar lies over what the test presses.
  devtools: { enabled: false },
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("cancuoc-") } },
});
