import { wholeText } from '../wording/index.ts';
import { estimateIn, heldForecasts, textIn, type HeldForecasts, type HeldInterval } from '../answer/index.ts';
import { escapeHtml, htmlTable } from '../page/index.ts';
import { fifthsChart, reliabilityChart } from '../plot/index.ts';
import { chartFigure } from './chartFigure.ts';
import { dateColumns } from './milestoneTables.ts';
import type { Material } from './resultsFolder.ts';
import { foldable, paragraph, type Section } from './section.ts';
import { estimateCell, estimateText, valueText } from './valueText.ts';

/** How forecasts made like this one have done, where the run took its tempo from the dated record. */
export function calibrationSection(material: Material): Section {
  const section = { id: 'calibration', title: 'How well such forecasts have done' };
  const held = heldForecasts(material.folder);
  if (held === undefined) return { ...section, parts: [] };
  const { document } = material;
  return {
    ...section,
    parts: [
      `<p class="lede">${escapeHtml(verdict(held))}</p>`,
      paragraph(
        'The tempo of this scenario is taken from the campuses of the dated record. Here each of them is forecast on its first day, by a fit that has not seen it, and held against what came: its first block in operation, in days from the start.',
      ),
      intervalsTable(held),
      chartFigure(
        document,
        (settings) => fifthsChart({ ...settings, fifths: held.fifths, byChance: held.byChance }),
        'A PIT histogram. Too many in the earliest fifth: campuses come sooner than forecast; in the latest: later; at both ends: intervals are too narrow; in the middle: too wide.',
      ),
      chartFigure(
        document,
        (settings) => reliabilityChart({ ...settings, points: held.stated }),
        'All dots are of the same campuses, so that neighbours err together: read the line of dots, and not each alone.',
      ),
      paragraph(
        'It does not show whether dates of GPUs hold as well: chips come on top of halls, and only first blocks are scored here. Nor does it show how campuses do that nobody wrote about: those of the record became known, often for being fast, and what is unfinished is not counted.',
      ),
      ...campusesTable(material),
    ],
  };
}

/** A forecast that holds four in five is what a range of P10 to P90 is read as. */
const WANTED = 0.8;

/** What came of the intervals, and which of them to read. */
function verdict({ campuses, intervals }: HeldForecasts): string {
  const [wanted, wider] = [80, 90].map((level) => intervals.find((each) => each.level === level)!);
  const found = `Of ${campuses === 1 ? 'one campus' : `${wholeText(campuses)} campuses`} forecast on their first day, ${wholeText(wanted!.inside)} came inside the 80 % interval: ${shareText(wanted!)}`;
  return `${found}. ${advice(wanted!, wider!)}`;
}

function advice(wanted: HeldInterval, wider: HeldInterval): string {
  const { estimate = 0, low = 0, high = 1 } = wanted.share;
  if (low > WANTED) return 'Read the 80 % interval of such a date as wider than it need be.';
  if (estimate >= WANTED) return 'The 80 % interval of such a date may be taken as it stands.';
  const doubt =
    high < WANTED
      ? 'That is fewer than chance explains'
      : 'With so few campuses that may be chance, but do not count on it';
  const isWiderEnough = (wider.share.estimate ?? 0) >= WANTED;
  return isWiderEnough
    ? `${doubt}: trust the 90 % interval, which held ${shareText(wider)}, rather than the 80 %.`
    : `${doubt}: even the 90 % interval held only ${shareText(wider)}, so take any date as less sure than it says.`;
}

const shareText = ({ share }: HeldInterval): string => estimateText(share, 'share');

function intervalsTable({ campuses, intervals }: HeldForecasts): string {
  return htmlTable({
    caption: 'Campuses that came inside the interval of their forecast',
    columns: [{ title: 'interval' }, ...dateColumns(['campuses inside', 'share inside'])],
    rows: intervals.map(({ level, inside, share }) => [
      `central ${level} %`,
      `${wholeText(inside)} of ${wholeText(campuses)}`,
      estimateCell(share, 'share'),
    ]),
  });
}

function campusesTable({ folder }: Material): string[] {
  const { rows, description } = folder.tables.get('calibration')!;
  const days = (row: (typeof rows)[number], name: string): string => {
    const { estimate } = estimateIn(row, name);
    return estimate === undefined ? '' : wholeText(estimate);
  };
  const html = htmlTable({
    caption:
      'First block of each campus in days from its start, and the part of its forecast up to then (PIT)',
    columns: [{ title: 'campus' }, ...dateColumns(['came', 'P10', 'P50', 'P90', 'PIT'])],
    rows: rows.map((row) => [
      textIn(row, 'site') ?? '',
      ...['observed_days', 'forecast_days_p10', 'forecast_days_p50', 'forecast_days_p90'].map((name) =>
        days(row, name),
      ),
      valueText(estimateIn(row, 'pit').estimate ?? Number.NaN, 'share'),
    ]),
  });
  const note = `<p class="note">${escapeHtml(`${description} What came is one number a campus and has no interval; its date is good to two or three months.`)}</p>`;
  return [foldable('Campus by campus', `${html}\n${note}`)];
}
