/**
 * Content-Security-Policy of a served site, its workers too: nothing comes from elsewhere, and no text becomes
 * code.
 */
export const SITE_POLICY: string = [
  "default-src 'none'",
  "script-src 'self'",
  // Charts carry their width as a style of the SVG.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
