import { contentHtml, escapeHtml, type Content } from './html.ts';

/** A column of a table in a page. */
export interface TableColumn {
  readonly title: Content;
  /** Numbers and dates stand at the end, so that their digits do. Default start. */
  readonly align?: 'start' | 'end';
}

// With more columns than this a line of text is too short for numbers that do not break.
const MOST_IN_LINE = 6;

/** A table of a page. */
export interface TableOptions {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Content[])[];
  /** Whether on a telephone each row is a block, its cells below their titles, so that all of them are seen at once. */
  readonly hasBlocks?: boolean;
}

/**
 * A table in a box of its own that scrolls sideways where the page is too narrow, so that the page never does.
 *
 * The first cell of each row heads the row.
 *
 * @example htmlTable({ caption: 'Sites', columns: [{ title: 'site' }, { title: 'MW', align: 'end' }], rows: [['east',
 *   '12']] });
 */
export function htmlTable({ caption, columns, rows, hasBlocks = false }: TableOptions): string {
  const classOf = (index: number): string => (columns[index]?.align === 'end' ? ' class="end"' : '');
  // What is laid out as blocks is no table to some screen readers, unless it says so.
  const roles = (role: string): string => (hasBlocks ? role : '');
  const head = columns.map(
    ({ title }, index) =>
      `<th scope="col"${classOf(index)}${roles(' role="columnheader"')}>${contentHtml(title)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0
        ? `<th scope="row"${classOf(index)}${roles(' role="rowheader"')}>${contentHtml(cell)}</th>`
        : `<td${classOf(index)}${roles(' role="cell"')}${hasBlocks ? titleOf(columns[index]) : ''}>${contentHtml(cell)}</td>`,
    );
    return `<tr${roles(' role="row"')}>${cells.join('')}</tr>`;
  });
  const isBroad = columns.length > MOST_IN_LINE;
  const width = isBroad ? ' class="many"' : hasBlocks ? ' class="blocks"' : '';
  return [
    `<div class="scroll${isBroad ? ' broad' : ''}" role="region" tabindex="0" aria-label="${escapeHtml(`Table: ${caption}`)}">`,
    `<table${width}${roles(' role="table"')}><caption><span>${escapeHtml(caption)}</span></caption>`,
    `<thead${roles(' role="rowgroup"')}><tr${roles(' role="row"')}>${head.join('')}</tr></thead>`,
    `<tbody${roles(' role="rowgroup"')}>\n${body.join('\n')}\n</tbody></table></div>`,
  ].join('\n');
}

/** The title of a column beside a cell, for who sees it as a block. */
function titleOf(column: TableColumn | undefined): string {
  return typeof column?.title === 'string' ? ` data-of="${escapeHtml(column.title)}"` : '';
}
