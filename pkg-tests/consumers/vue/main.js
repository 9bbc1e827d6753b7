// A portal in Vue: the scanner alone, in the portal's own form.
import "cancuoc/widget";
import { createApp, h, ref } from "vue";

createApp({
  setup() {
    const person = ref({});
    const submitted = ref("");
    const submit = (event) => {
      event.preventDefault();
      submitted.value = String(new FormData(event.target).get("card") ?? "");
    };
    return () => [
      h("h1", "Cổng dịch vụ (Vue)"),
      h("form", { onSubmit: submit }, [
        h("cancuoc-scan", {
          locale: "vi",
          name: "card",
          modes: "photo text",
          quiet: "",
          onReading: (event) => (person.value = event.detail.person),
        }),
        h("p", { id: "name" }, person.value.fullName ?? ""),
        h("button", { id: "send" }, "Gửi"),
      ]),
      h("output", { id: "submitted" }, submitted.value),
    ];
  },
}).mount("#app");
