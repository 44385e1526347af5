import type { ServerResponse } from 'node:http';

/** Who may show the tab in a frame: the union of `tab.md` 2 and `teams.md` 6 (`design.md` 8). */
const hosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://*.sharepoint.com',
];

/**
 * Headers of every answer. Griffel writes its styles into the page, hence `unsafe-inline` for styles (`tab.md` 2);
 * teams-js fetches its list of hosts from res.cdn.office.net. No X-Frame-Options: it cannot name several hosts.
 */
export function setSecurityHeaders(
  response: ServerResponse,
  options: { readonly mode: 'local' | 'tenant'; readonly page: boolean },
): void {
  response.setHeader('Content-Security-Policy', options.page ? pagePolicy(options.mode) : answerPolicy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  if (options.mode === 'tenant') response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}

const answerPolicy = "default-src 'none'; frame-ancestors 'none'";

function pagePolicy(mode: 'local' | 'tenant'): string {
  // In local mode a page of our own plays the part of Teams (`teams.md` 9).
  const ancestors = mode === 'local' ? ["'self'", ...hosts] : hosts;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');
}
