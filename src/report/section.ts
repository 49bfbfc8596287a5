import { escapeHtml } from '../page/index.ts';

/** A part of a report under a heading of its own. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** HTML parts; a section without any is left out. */
  readonly parts: readonly string[];
}

/** HTML of the sections that have something to show, after links to them. */
export function sectionsHtml(sections: readonly Section[]): string {
  const shown = sections.filter(({ parts }) => parts.length > 0);
  const links = shown.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return [
    `<nav aria-label="Contents"><ul>${links.join('')}</ul></nav>`,
    ...shown.map(
      ({ id, title, parts }) =>
        `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(title)}</h2>\n${parts.join('\n')}\n</section>`,
    ),
  ].join('\n');
}

/** A paragraph of plain text. */
export function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

/** What is said first, of plain text. */
export function lede(text: string): string {
  return `<p class="lede">${escapeHtml(text)}</p>`;
}

/** What opens on a click, and is open in print. */
export function foldable(title: string, html: string): string {
  return `<details>\n<summary>${escapeHtml(title)}</summary>\n${html}\n</details>`;
}
