// VitePress's own theme with the fonts of the system and the demo's colours.
import Theme from "vitepress/theme-without-fonts";

import "./manual.css";

export default Theme;
