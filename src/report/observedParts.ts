import { dateOfDay } from '../record/index.ts';
import { htmlTable } from '../page/index.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import { estimateIn, numberIn, textIn, type Row } from '../answer/index.ts';
import { paragraph } from './section.ts';
import { estimateCell, longDate } from './valueText.ts';

/** What was observed, and what the replications have of it before and given it; nothing where nothing was. */
export function observedParts({ folder: { manifest, tables } }: Material): string[] {
  const table = tables.get('observed');
  if (table === undefined || table.rows.length === 0) return [];
  const cell = (row: Row, name: string): string | { html: string } =>
    textIn(row, 'unit') === 'day'
      ? dayText(numberIn(row, name), manifest?.start)
      : estimateCell(estimateIn(row, name), textIn(row, 'unit'));
  return [
    paragraph(
      'Replications count by how well they agree with what was observed. Every number and interval below is of the replications so weighted; the effective number says how many that count alike would tell as much.',
    ),
    htmlTable({
      caption: 'What was observed (± is an 80 % interval), and what the replications have of it',
      columns: [
        { title: 'observed' },
        { title: 'source' },
        ...dateColumns(['P10 of all alike', 'P50', 'P90', 'P10 given it', 'P50', 'P90']),
      ],
      rows: table.rows.map((row) => [
        textIn(row, 'observed') ?? '',
        textIn(row, 'source') ?? '',
        ...['before', 'given'].flatMap((when) => [10, 50, 90].map((p) => cell(row, `${when}_p${p}`))),
      ]),
    }),
  ];
}

/** The date of a day counted from the start. */
function dayText(day: number | undefined, start: string | undefined): string {
  if (day === undefined) return 'later';
  if (start === undefined) return `day ${Math.floor(day)}`;
  return longDate(dateOfDay(start, day));
}
