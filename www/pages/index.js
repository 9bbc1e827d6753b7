import { mountShell } from "../shell/shell.js";

mountShell();
