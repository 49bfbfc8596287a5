import { contentHtml, escapeHtml, type Content } from './html.ts';

/**
 * A picture with its finding above it and a note below it.
 *
 * @param svg an SVG element that says in its own title and description what it shows.
 */
export function htmlFigure({ svg, title, note }: { svg: string; title: string; note?: Content }): string {
  const below = note === undefined ? '' : `<p class="note">${contentHtml(note)}</p>\n`;
  // A picture is one thing to a screen reader, and marks in it may not have names of their own.
  const picture = svg.replaceAll(/(<g\b[^>]*?) aria-label="[^"]*"/g, '$1');
  return `<figure>\n<figcaption>${escapeHtml(title)}</figcaption>\n${picture}\n${below}</figure>`;
}
