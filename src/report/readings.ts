import { ganttPlaces, type GanttStage } from '../plot/index.ts';
import type { Interval } from '../plot/interval.ts';
import type { Reading } from './interactions/reading.ts';
import { dateIn, estimateIn, numberIn, textIn, type ResultsTable } from './resultsTable.ts';
import { estimateText, valueText } from './valueText.ts';

/** What is read off a chart, before it is known where it lies. */
export type Readings = Omit<Reading, 'places'>;

/** A share that is less is not told. */
const LEAST = 0.005;

/** Median with its interval and the spread of the runs, by date. */
export function quantileReadings(
  table: ResultsTable,
  { stem, unit, at }: { stem: string; unit: string; at: string | undefined },
): Readings {
  const value = (number: number | undefined): string =>
    number === undefined ? '…' : valueText(number, unit);
  const dates = table.rows.flatMap((row): Reading['dates'][number][] => {
    const date = dateIn(row, 'date');
    if (date === undefined) return [];
    const median = estimateText(estimateIn(row, `${stem}_p50`), unit);
    const [p10, p90] = [10, 90].map((p) => value(numberIn(row, `${stem}_p${p}`)));
    return [[date, `median ${median}; P10 to P90 of the runs ${p10} to ${p90}`]];
  });
  return { dates, rows: [], at };
}

/** The probability of a milestone with its interval, by date. */
export function probabilityReadings(
  points: readonly (Omit<Interval, 'estimate'> & { readonly date: string; readonly p: number })[],
  at: string | undefined,
): Readings {
  return {
    dates: points.map(({ date, p, low, high }) => [
      date,
      `${estimateText({ estimate: p, low, high }, 'share')} of the runs`,
    ]),
    rows: [],
    at,
  };
}

/** What held back most, with its intervals, by date. */
export function bindingReadings(
  table: ResultsTable,
  { titleOf, at }: { titleOf: (cause: string) => string; at: string | undefined },
): Readings {
  const byDate = new Map<string, { text: string; share: number }[]>();
  for (const row of table.rows) {
    const [date, share] = [dateIn(row, 'date'), numberIn(row, 'blocked_share') ?? 0];
    if (date === undefined) continue;
    const held = byDate.get(date) ?? [];
    byDate.set(date, held);
    if (share < LEAST) continue;
    const words = estimateText(estimateIn(row, 'blocked_share'), 'share');
    held.push({ text: `${titleOf(textIn(row, 'cause') ?? '')} ${words}`, share });
  }
  return {
    dates: Array.from(byDate, ([date, held]) => {
      const texts = held.sort((a, b) => b.share - a.share).map(({ text }) => text);
      return [date, texts.length === 0 ? 'nothing is held back' : texts.join(', ')];
    }),
    rows: [],
    at,
  };
}

/** The dates of each stage, by the row that it stands in. */
export function stageReadings(stages: readonly GanttStage[]): Readings {
  const rows = ganttPlaces(stages).map(({ site, name, top, bottom }) => {
    const own = stages.find((stage) => stage.site === site && stage.stage === name);
    const edge = ({ p10, p50, p90 }: GanttStage['start']): string =>
      `${p50 ?? 'later'} (P10 to P90 ${p10 ?? 'later'} to ${p90 ?? 'later'})`;
    const text =
      own === undefined ? site : `${site}, ${name}: starts ${edge(own.start)}, finishes ${edge(own.finish)}`;
    return { top, bottom, text, site };
  });
  return { dates: [], rows, at: undefined };
}
