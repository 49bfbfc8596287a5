import { LEAST_SHARE } from '../answer/leastShare.ts';
import { ganttPlaces, type ChipsPoint, type GanttStage, type MegawattsPoint } from '../plot/index.ts';
import type { Interval } from '../plot/interval.ts';
import type { Reading } from './interactions/reading.ts';
import { dateIn, estimateIn, fieldFor, numberIn, type BoundBy, type ResultsTable } from '../answer/index.ts';
import type { Role } from '../record/index.ts';
import { estimateText, valueText } from './valueText.ts';

/** What is read off a chart, before it is known where it lies. */
export type Readings = Omit<Reading, 'places'>;

/** Median with its interval and the spread of the runs, by date. */
export function quantileReadings(
  table: ResultsTable,
  { role, at }: { role: Role; at: string | undefined },
): Readings {
  const fields = [0.1, 0.5, 0.9].map((p) => fieldFor(role, table.fields, p));
  const [low, middle, high] = fields.map((field) => field?.name ?? '');
  const unit = fields[1]?.unit;
  const value = (number: number | undefined): string =>
    number === undefined ? '…' : valueText(number, unit);
  const dates = table.rows.flatMap((row): Reading['dates'][number][] => {
    const date = dateIn(row, 'date');
    if (date === undefined) return [];
    const median = estimateText(estimateIn(row, middle!), unit);
    const [p10, p90] = [low!, high!].map((name) => value(numberIn(row, name)));
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
  { dates, causes, share, titleOf }: BoundBy,
  at: string | undefined,
): Readings {
  return {
    dates: dates.map((date) => {
      const held = causes
        .map((cause) => ({ cause, of: share(cause, date) }))
        .filter(({ of }) => (of?.estimate ?? 0) >= LEAST_SHARE)
        .sort((a, b) => b.of!.estimate! - a.of!.estimate!)
        .map(({ cause, of }) => `${titleOf(cause)} ${estimateText(of!, 'share')}`);
      return [date, held.length === 0 ? 'nothing is held back' : held.join(', ')];
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

/** What is delivered, waits and is in service, and the power that is there for it, by date; medians alone. */
export function supplyReadings(chips: readonly ChipsPoint[], megawatts: readonly MegawattsPoint[]): Readings {
  const said = (name: string, value: number | undefined, unit: string): string[] =>
    value === undefined ? [] : [`${name} ${valueText(value, unit)}`];
  const powerOn = new Map(megawatts.map((point) => [point.date, point]));
  return {
    dates: chips.map(({ date, delivered, waiting, inService }) => {
      const { energized, cooled, used } = powerOn.get(date) ?? {};
      const gpus = [
        ...said('delivered', delivered, 'gpu'),
        ...said('waiting', waiting, 'gpu'),
        ...said('in service', inService, 'gpu'),
      ];
      const power = [
        ...said('energized', energized, 'MW'),
        ...said('cooled', cooled, 'MW'),
        ...said('used', used, 'MW'),
      ];
      return [
        date,
        `medians of the runs, their intervals in the table: GPUs ${gpus.join(', ')}; MW ${power.join(', ')}`,
      ];
    }),
    rows: [],
    at: undefined,
  };
}
