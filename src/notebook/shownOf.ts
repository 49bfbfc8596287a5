import type { Table } from '../output/index.ts';
import { shownTable } from './shownTable.ts';
import type { Displayable, PlainTable, Shown, ShownCell } from './shown.ts';

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
    return { kind: 'picture', svg, title, alternative };
  }
  if ('fields' in displayed) return cut(shownTable(displayed satisfies Table, MOST_ROWS + 1));
  if ('columns' in displayed) return cut(ownTable(displayed satisfies PlainTable));
  throw unknownKind(displayed);
}

function svgPicture(svg: string): Shown {
  if (!/^\s*<svg[\s>]/.test(svg)) throw unknownKind(svg);
  const within = (element: string): string =>
    new RegExp(`<${element}[^>]*>([^<]*)</${element}>`).exec(svg)?.[1] ?? '';
  return { kind: 'picture', svg, title: within('title'), alternative: within('desc') };
}

function ownTable({ title, columns, rows }: PlainTable): Shown {
  const isNumeric = columns.map((_, place) => rows.every((row) => typeof row[place] !== 'string'));
  const cellOf = (value: string | number | undefined): ShownCell => ({ text: String(value ?? '…') });
  return {
    kind: 'table',
    title,
    columns: columns.map((name, place) => ({ title: name, isNumeric: isNumeric[place] })),
    rows: rows.map((row) => row.map(cellOf)),
    omitted: 0,
  };
}

function cut(shown: Shown): Shown {
  if (shown.kind !== 'table' || shown.rows.length <= MOST_ROWS) return shown;
  const omitted = shown.omitted + shown.rows.length - MOST_ROWS;
  return { ...shown, rows: shown.rows.slice(0, MOST_ROWS), omitted };
}

function unknownKind(displayed: unknown): TypeError {
  const found = typeof displayed === 'string' ? `"${displayed.slice(0, 40)}"` : typeof displayed;
  return new TypeError(`display: ${found}, expected a chart, a table or the text of an SVG`);
}
