import { type Problem, pathOf } from "./problems.ts";

/**
 * What must not be in files that everybody is answered from: ways to reach a person, ways into a closed meeting.
 * The value itself is not repeated in the problem, so that it does not end up in a log.
 */
const forbidden: readonly { readonly seen: RegExp; readonly says: string }[] = [
  {
    seen: /[^\s@<>"]+@[^\s@<>"]+\.[a-z]{2,}/iu,
    says: "must not hold an e-mail address: remove it, or name the page where people find it",
  },
  {
    seen: /(?:\btel\b\.?|\bphone\b|\bfax\b|☎)\W{0,3}\d|\btel:|(?<![\w:/-])(?:\+|(?<!\S)00)\d[\d\s().-]{6,}\d/iu,
    says: "must not hold a phone number: remove it, or name the page where people find it",
  },
  {
    seen: /teams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet)|zoom\.us\/(?:j|w|my|s)\/|\.webex\.com\/(?:meet|join|\S*j\.php)|meet\.google\.com\/\w|meet\.goto\.com\/|gotomeeting\.com\/join|interpret\.world\/|interprefy\.\w+\/\S*(?:join|token|login)/iu,
    says: "must not hold a link that lets people into a meeting: say how they get it instead",
  },
  {
    seen: /(?:pass(?:word|code)|meeting id|mot de passe|contraseña|пароль|密码|كلمة المرور)\s*[::=]\s*\S/iu,
    says: "must not hold a password or a meeting id: say where people find it instead",
  },
  { seen: /\bhttp:\/\//iu, says: "must not hold an http address: https only" },
];

/** Reads every string of every file, whatever its field. */
export function checkPrivacy(files: Readonly<Record<string, unknown>>): Problem[] {
  const problems: Problem[] = [];
  const walk = (file: string, path: readonly PropertyKey[], value: unknown): void => {
    if (typeof value === "string") {
      for (const { seen, says } of forbidden) if (seen.test(value)) problems.push({ file, path: pathOf(path), says });
    } else if (Array.isArray(value)) for (const [index, each] of value.entries()) walk(file, [...path, index], each);
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) walk(file, [...path, key], each);
  };
  for (const [file, value] of Object.entries(files)) walk(file, [], value);
  return problems;
}
