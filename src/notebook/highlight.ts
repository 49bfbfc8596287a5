import highlighter from 'highlight.js/lib/core';
import typescript from 'highlight.js/lib/languages/typescript';
import { escapeHtml } from '../page/index.ts';

/** TypeScript as HTML with a class a kind of word. */
export function highlightedHtml(code: string): string {
  const own = highlighter.newInstance();
  own.registerLanguage('typescript', typescript);
  return own.highlight(code, { language: 'typescript' }).value;
}

/** A block of code in a page. */
export function codeHtml(code: string, language = 'ts'): string {
  const html = ['ts', 'typescript'].includes(language) ? highlightedHtml(code) : escapeHtml(code);
  return `<pre class="code" tabindex="0"><code>${html}</code></pre>`;
}
