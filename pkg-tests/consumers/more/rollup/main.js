import "cancuoc/widget/form";
