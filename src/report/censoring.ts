import { countText, wholeText } from '../wording/index.ts';
import { fieldName } from '../output/index.ts';
import type { Material } from './resultsFolder.ts';
import { ON_TIME } from '../record/index.ts';
import { dateIn, hasFields } from '../answer/index.ts';
import { paragraph } from './section.ts';

/** That days of a response are counted up to the horizon, and of how many runs, where `runs.csv` tells. */
export function censoringParts({ folder }: Material, response: string | undefined): string[] {
  if (response === undefined || response === ON_TIME) return [];
  const runs = folder.tables.get('runs');
  const column = `${fieldName(response, '')}_date`;
  const isTime = folder.fields.get('runs')?.some(({ name }) => name === column) ?? true;
  if (!isTime) return [];
  const days =
    'Days are counted up to the horizon: a run that is not there by the horizon counts as arriving then.';
  if (runs === undefined || !hasFields(runs, [column])) return [paragraph(days)];
  const cut = runs.rows.filter((row) => dateIn(row, column) === undefined).length;
  return [
    paragraph(
      cut === 0
        ? 'The horizon cut none of the runs.'
        : `The horizon cut ${wholeText(cut)} of ${countText(runs.rows.length, 'run')}. ${days}`,
    ),
  ];
}
