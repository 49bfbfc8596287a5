import { Marked } from 'marked';
import { escapeHtml } from '../page/index.ts';
import { codeHtml } from './highlight.ts';

/**
 * Markdown as HTML for a page that fetches nothing: HTML within it is shown as text, and a picture elsewhere becomes
 * a link to it.
 */
export function markdownHtml(markdown: string): string {
  const marked = new Marked({
    async: false,
    renderer: {
      html: ({ text }) => escapeHtml(text),
      image: ({ href, text }) => linkHtml(href, escapeHtml(text === '' ? href : text)),
      link({ href, tokens }) {
        return linkHtml(href, this.parser.parseInline(tokens));
      },
      code: ({ text, lang }) => `${codeHtml(text, lang)}\n`,
    },
  });
  return (marked.parse(markdown) as string).trimEnd();
}

/** Only to places that a reader can see: a script is none. */
function linkHtml(href: string, html: string): string {
  const isPlace = /^(?:https?:|mailto:|[^:]*$)/i.test(href);
  return isPlace ? `<a href="${escapeHtml(href)}">${html}</a>` : html;
}
