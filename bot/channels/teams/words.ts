/** Longer questions are cut: nothing we understand is that long, and matching stays quick. */
const longest = 500;

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out
const invisible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** What a person typed, without characters that steer terminals or turn the direction of what follows. */
export function wordsOf(typed: string): string {
  return typed
    .slice(0, 4 * longest)
    .replace(invisible, "")
    .replace(/[\s\u00A0]+/g, " ")
    .trim()
    .slice(0, longest);
}
