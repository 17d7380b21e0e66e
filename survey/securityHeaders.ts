/**
 * The security headers of every response (DESIGN §7), the Worker's and the static pages'. The Content-Security-Policy is
 * not here: a page's names the hashes of its own style and script, and what has neither gets {@link NOTHING_ALLOWED}.
 */
export const SECURITY_HEADERS = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), publickey-credentials-get=(), usb=()",
} as const;

/** The policy of a response that loads nothing: JSON, redirects, errors without a page. */
export const NOTHING_ALLOWED =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
