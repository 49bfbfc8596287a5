import CliTable from 'cli-table3';
import { columnsOf, LINE_WIDTH, wrapped } from './wrapped.ts';

const NAME_WIDTHS = [44, 38, 32, 26, 20];

/**
 * A table of a terminal, at most 80 columns wide: as it is, else with every interval below its number, and names in
 * several lines, else a block a row, with each column on a line of its own.
 *
 * @param rows cells may have lines; the first line is the number and the second its interval
 * @param title what the rows are of, where nothing above says it and the head of a block's names is gone
 */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  title?: string,
): string {
  const drawings = [
    () => drawn(head, rows),
    () =>
      drawn(
        head.map((title) => wrapped(title, 14).join('\n')),
        rows.map((row) => row.map(stacked)),
      ),
    // As much room for names as is left.
    ...NAME_WIDTHS.map(
      (width) => () =>
        drawn(
          head.map((title) => wrapped(title, 14).join('\n')),
          rows.map(([name = '', ...row]) => [
            name
              .split('\n')
              .flatMap((line) => wrapped(line, width))
              .join('\n'),
            ...row.map(stacked),
          ]),
        ),
    ),
  ];
  for (const draw of drawings) {
    const table = draw();
    if (table.split('\n').every((line) => columnsOf(line) <= LINE_WIDTH)) return table;
  }
  const above = title === undefined ? [] : wrapped(`${title}:`);
  return [...above, ...rows.map((row) => block(head, row))].join('\n');
}

function drawn(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new CliTable({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

/** `3 (1 to 5)` in two lines. */
function stacked(cell: string): string {
  return cell.replace(/ \(([^()]* to [^()]*)\)$/, '\n$1');
}

/** An interval that stood below its number, behind it. */
function inOneLine(cell: string): string {
  const [first = '', ...rest] = cell.split('\n');
  const below = rest.join(' ');
  if (below === '') return first;
  return below.includes(' to ') && !below.startsWith('(') ? `${first} (${below})` : `${first} ${below}`;
}

function block([, ...titles]: readonly string[], [name = '', ...cells]: readonly string[]): string {
  const named = titles.map((title) => title.replaceAll('\n', ' '));
  const width = Math.max(...named.map(columnsOf));
  const lines = cells.flatMap((cell, i) => {
    const title = `  ${named[i]}${' '.repeat(width - columnsOf(named[i]!))}  `;
    const [first = '', ...rest] = wrapped(inOneLine(cell), LINE_WIDTH - columnsOf(title));
    return [`${title}${first}`, ...rest.map((line) => `${' '.repeat(columnsOf(title))}${line}`)];
  });
  return [...wrapped(inOneLine(name)), ...lines].join('\n');
}
