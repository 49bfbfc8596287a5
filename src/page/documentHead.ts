import { escapeHtml } from './html.ts';

/** The first lines of a page, up to its title; no icon is asked for, and only what a policy allows is loaded or run. */
export function documentHead(title: string, policy: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>`;
}
