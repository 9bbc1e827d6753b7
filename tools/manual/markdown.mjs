// Pieces of Markdown that the generated pages share.

/** A word of code in a line. @param {string} text */
export const code = (text) => {
  const fence = text.includes("`") ? "``" : "`";
  return `${fence}${text}${fence}`;
};

/** In a cell of a table. @param {string} text */
export const cell = (text) => text.replace(/\s+/g, " ").replaceAll("|", "\\|");

/** Words that may hold what VitePress would take for a tag. @param {string} text */
export const words = (text) =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 ? part : part.replaceAll("<", "&lt;").replaceAll("{{", "&#123;&#123;")))
    .join("");

/**
 * A table, without the columns that nothing stands in; nothing without rows.
 * @param {string[]} head @param {string[][]} rows
 */
export function table(head, rows) {
  if (!rows.length) return "";
  const used = head.map((_, column) => rows.some((row) => row[column]));
  const line = (/** @type {string[]} */ row) =>
    `| ${row
      .filter((_, column) => used[column])
      .map(cell)
      .join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
