// A portal built by webpack as it comes: no loader, no plugin.
import "cancuoc/widget/form";
