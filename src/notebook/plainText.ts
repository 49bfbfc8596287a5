import CliTable from 'cli-table3';
import type { Shown } from './shown.ts';

/** What is shown, as text for a terminal. */
export function plainText(shown: Shown): string {
  if (shown.kind === 'picture')
    return [shown.title, shown.alternative].filter((text) => text !== '').join('\n');
  const table = new CliTable({
    head: shown.columns.map(({ title }) => title),
    style: { head: [], border: [], compact: true },
  });
  for (const row of shown.rows) {
    table.push(row.map(({ text, interval }) => (interval === undefined ? text : `${text}\n${interval}`)));
  }
  return [shown.title, table.toString(), omittedNote(shown)].filter((text) => text !== '').join('\n');
}

/** What is said of rows that were left out; nothing when there are none. */
export function omittedNote({ rows, omitted }: Extract<Shown, { kind: 'table' }>): string {
  return omitted === 0 ? '' : `The first ${rows.length} of ${rows.length + omitted} rows.`;
}
