const escaped: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const plain = (text: string): string => text.replace(/[&<>"']/g, (character) => escaped[character] ?? "");

/** In turn: an escaped character, a link, bold, italics, a line's end. Nothing else has a meaning. */
const marks =
  /\\([\\`*_{}[\]()#+\-.!~<>|&])|\[((?:\\.|[^\]\\])+)\]\((https:\/\/[^\s()<>"]+(?:\([^\s()<>"]*\)[^\s()<>"]*)*)\)|\*\*(?=\S)(.+?)\*\*|(?<![\p{L}\p{N}*])\*(?=[^\s*])(.+?)\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=[^\s_])(.+?)_(?![\p{L}\p{N}_])|(\n)/gsu;

function inline(text: string): string {
  let html = "";
  let from = 0;
  for (const match of text.matchAll(marks)) {
    html += plain(text.slice(from, match.index));
    const [whole, literal, label, url, bold, slanted, underlined, line] = match;
    if (literal !== undefined) html += plain(literal);
    else if (label !== undefined && url !== undefined)
      html += `<a href="${plain(url)}" target="_blank" rel="noopener noreferrer">${inline(label)}</a>`;
    else if (bold !== undefined) html += `<strong>${inline(bold)}</strong>`;
    else if (line !== undefined) html += "<br>";
    else html += `<em>${inline(slanted ?? underlined ?? "")}</em>`;
    from = match.index + whole.length;
  }
  return html + plain(text.slice(from));
}

const bullet = /^[-*•] +/;
const numbered = /^\d{1,3}[.)] +/;

function block(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  for (const [sign, tag] of [
    [bullet, "ul"],
    [numbered, "ol"],
  ] as const)
    if (lines.length > 0 && lines.every((line) => sign.test(line)))
      return `<${tag}>${lines.map((line) => `<li>${inline(line.replace(sign, ""))}</li>`).join("")}</${tag}>`;
  return `<p>${inline(text)}</p>`;
}

/**
 * The part of Markdown that Teams shows in a card's text: bold, italics, links (https only), lists, paragraphs.
 * Everything else, HTML included, comes out as the characters it is.
 */
export function markdownToHtml(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map(block)
    .join("");
}
