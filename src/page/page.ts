import { createHash } from 'node:crypto';
import { documentHead } from './documentHead.ts';
import { STYLE } from './style.ts';

// Nothing may be fetched, whatever a page shows.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Only the one script that the page is written with runs: no other of whatever somebody smuggles into a text. */
function policyFor(script: string): string {
  if (script === '') return POLICY;
  return `${POLICY}; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/**
 * One HTML page that needs no other file and no network: light and dark as the reader's system is, and printable.
 *
 * @param title plain text, of the window and nowhere else.
 * @param header HTML before the main part, such as the heading.
 * @param body HTML of the main part.
 * @param footer HTML after it.
 * @param style CSS rules of this page beyond those of every page.
 * @param script what runs once the page is there; without it, as where a reader allows none, nothing may be missing.
 * @example page({ title: 'Base', header: '<h1>Base</h1>', body: '<p>All is well.</p>' });
 */
export function page({
  title,
  body,
  header = '',
  footer = '',
  style = '',
  script = '',
}: {
  title: string;
  body: string;
  header?: string;
  footer?: string;
  style?: string;
  script?: string;
}): string {
  return `${documentHead(title, policyFor(script))}
<style>
${STYLE}${style === '' ? '' : `\n${style}`}
</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${header === '' ? '' : `<header>\n${header}\n</header>\n`}<main id="main" tabindex="-1">
${body}
</main>
${footer === '' ? '' : `<footer>\n${footer}\n</footer>\n`}${script === '' ? '' : `<script>${script}</script>\n`}</body>
</html>
`;
}
