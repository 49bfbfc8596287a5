import { furtherSection } from './anyTable.ts';
import { partyTitle } from '../record/index.ts';
import { dealParts } from './marketSection.ts';
import type { Material } from './resultsFolder.ts';
import { estimateIn, numberIn, textIn, type ResultsTable, type Row } from '../answer/index.ts';
import type { ReportParts } from './runReport.ts';
import { countText, estimateText, upperFirst } from './valueText.ts';

/** Report of deals that were taken out: what each costs or brings each tenant. */
export function dealsReport(material: Material, table: ResultsTable): ReportParts {
  return {
    head: { headline: headline(material, table), parts: [] },
    sections: [
      { id: 'deals', title: 'What one deal does to the others', parts: dealParts(material) },
      furtherSection(material, ['deals', 'runs', 'assumptions']),
    ],
  };
}

/** The largest delay of somebody who is no party to the deal. */
function headline({ folder }: Material, { rows }: ResultsTable): string {
  const others = rows.filter((row) => textIn(row, 'unit') === 'day' && !isOwn(row));
  const all = countText(others.length, 'effect');
  const shown = others
    .filter((row) => (numberIn(row, 'caused_low') ?? 0) > 0)
    .toSorted((a, b) => (numberIn(b, 'caused') ?? 0) - (numberIn(a, 'caused') ?? 0));
  const [worst] = shown;
  if (worst === undefined) return `No deal is shown to make another tenant later, of ${all} at 95 % each`;
  const [deal, party] = [textIn(worst, 'deal') ?? '', textIn(worst, 'party') ?? ''];
  const way = textIn(worst, 'removal') === 'divert' ? 'than at other providers' : 'than without it';
  const what = partyTitle(folder.manifest?.milestones ?? [], {
    party,
    measure: textIn(worst, 'measure') ?? '',
  });
  return upperFirst(
    `${deal} makes ${party} later to ${what} by ${estimateText(estimateIn(worst, 'caused'), 'day')} days ${way}: the largest of ${shown.length} delays of others that are shown, of ${all} at 95 % each`,
  );
}

function isOwn(row: Row): boolean {
  return (textIn(row, 'of') ?? '').startsWith(`${textIn(row, 'party') ?? ''} with `);
}
