import type { ServerResponse } from "node:http";

/** Where Teams, Outlook and Microsoft 365 show tabs: the only ones that may frame our pages. */
const hosts = [
  "https://*.cloud.microsoft",
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
  "https://outlook-sdf.office.com",
  "https://outlook-sdf.office365.com",
];

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // Adaptive Cards sets styles on elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${hosts.join(" ")}`,
].join("; ");

/** Security headers of every page. No X-Frame-Options: it would keep Teams from showing the tab. */
export function securePage(res: ServerResponse): void {
  res.setHeader("Content-Security-Policy", policy);
  res.setHeader("X-Content-Type-Options", "nosniff");
  res.setHeader("Referrer-Policy", "no-referrer");
  res.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  res.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}
