/** Marks that Markdown reads anywhere in a line. Brackets alone undo every link. */
const anywhere = /[\\[\]*_`~<>]|&(?=#?\w+;)/g;

/** Marks that Markdown reads at the start of a line: lists, headings, numbered lists. */
const atStart = /^(\s*)([-+#=|]|\d+(?=[.)]))/;

/** Hours stay on one line: an invisible joiner keeps "10:00–13:00" together. */
const betweenDigits = /(?<=\d)–(?=\d)/g;

/** Words that are shown as they are where Markdown is read. */
export const escaped = (words: string): string =>
  words
    .replace(anywhere, "\\$&")
    .replace(betweenDigits, "–\u2060")
    .replace(atStart, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\u2060` : `${space}\\${mark}`,
    );

/** The words again. */
export const unescaped = (markdown: string): string =>
  markdown.replace(/\\([\\[\]*_`~<>&#=|+-])/g, "$1").replaceAll("\u2060", "");
