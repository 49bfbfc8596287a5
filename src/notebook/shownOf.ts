import type { Answer } from '../answer/index.ts';
import type { Table } from '../output/index.ts';
import { answerTable } from './answerTable.ts';
import { shownTable } from './shownTable.ts';
import type { Displayable, PlainColumn, PlainTable, Shown, ShownCell } from './shown.ts';
import { intervalCell, isShare } from './valueText.ts';

/** More rows are for a file. */
const MOST_ROWS = 100;

/**
 * Makes what was given to `display` ready to be shown.
 *
 * @throws TypeError on what is none of the kinds.
 */
export function shownOf(displayed: Displayable): Shown {
  if (typeof displayed === 'string') return svgPicture(displayed);
  if (typeof displayed !== 'object' || displayed === null) throw unknownKind(displayed);
  if ('svg' in displayed) {
    const { svg, title, alternative } = displayed;
    const narrow = 'narrow' in displayed ? displayed.narrow : undefined;
    return { kind: 'picture', svg, narrow, title, isTitled: showsText(svg, title), alternative };
  }
  if ('fields' in displayed) return cut(shownTable(displayed satisfies Table, MOST_ROWS + 1));
  if ('milestones' in displayed) return cut(answerTable(displayed satisfies Answer));
  if ('columns' in displayed) return cut(ownTable(displayed satisfies PlainTable));
  throw unknownKind(displayed);
}

function svgPicture(svg: string): Shown {
  if (!/^\s*<svg[\s>]/.test(svg)) throw unknownKind(svg);
  const within = (element: string): string =>
    new RegExp(`<${element}[^>]*>([^<]*)</${element}>`).exec(svg)?.[1] ?? '';
  const title = within('title');
  return { kind: 'picture', svg, title, isTitled: showsText(svg, title), alternative: within('desc') };
}

/** Whether the first text that is drawn is the title or its first line. */
function showsText(svg: string, title: string): boolean {
  const [, first = ''] = /<text\b[^>]*>([^<]+)</.exec(svg) ?? [];
  return first !== '' && title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').startsWith(first);
}

function ownTable({ title, columns, rows }: PlainTable): Shown {
  const units = columns.map((column) => (typeof column === 'string' ? undefined : column.unit));
  return {
    kind: 'table',
    title,
    columns: columns.map((column, place) => ({
      title: headingOf(column),
      isNumeric: rows.every((row) => typeof row[place] !== 'string'),
    })),
    rows: rows.map((row) => row.map((value, place) => ownCell(value, units[place]))),
    omitted: 0,
  };
}

function headingOf(column: PlainColumn): string {
  if (typeof column === 'string') return column;
  return isShare(column.unit) ? column.title : `${column.title}, ${column.unit}`;
}

function ownCell(value: PlainTable['rows'][number][number], unit: string | undefined): ShownCell {
  return typeof value === 'object' ? intervalCell(value, unit) : { text: String(value ?? '…') };
}

function cut(shown: Shown): Shown {
  if (shown.kind !== 'table' || shown.rows.length <= MOST_ROWS) return shown;
  const omitted = shown.omitted + shown.rows.length - MOST_ROWS;
  return { ...shown, rows: shown.rows.slice(0, MOST_ROWS), omitted };
}

function unknownKind(displayed: unknown): TypeError {
  const found = typeof displayed === 'string' ? `"${displayed.slice(0, 40)}"` : typeof displayed;
  return new TypeError(`display: ${found}, expected an answer, a chart, a table or the text of an SVG`);
}
