import { contentHtml, escapeHtml, type Content } from './html.ts';

/** A column of a table in a page. */
export interface TableColumn {
  readonly title: Content;
  /** Numbers and dates stand at the end, so that their digits do. Default start. */
  readonly align?: 'start' | 'end';
}

// With more columns than this a sheet of paper is too narrow for numbers that do not break.
const MOST_ON_PAPER = 6;

/**
 * A table in a box of its own that scrolls sideways where the page is too narrow, so that the page never does.
 *
 * The first cell of each row heads the row.
 *
 * @example htmlTable({ caption: 'Sites', columns: [{ title: 'site' }, { title: 'MW', align: 'end' }], rows: [['east',
 *   '12']] });
 */
export function htmlTable({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly Content[])[];
}): string {
  const classOf = (index: number): string => (columns[index]?.align === 'end' ? ' class="end"' : '');
  const head = columns.map(
    ({ title }, index) => `<th scope="col"${classOf(index)}>${contentHtml(title)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0
        ? `<th scope="row"${classOf(index)}>${contentHtml(cell)}</th>`
        : `<td${classOf(index)}>${contentHtml(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const width = columns.length > MOST_ON_PAPER ? ' class="many"' : '';
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(`Table: ${caption}`)}">`,
    `<table${width}><caption><span>${escapeHtml(caption)}</span></caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody></table></div>`,
  ].join('\n');
}
