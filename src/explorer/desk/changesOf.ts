import type { Column, PointRecords } from '../../record/index.ts';
import { attributionColumns } from '../../record/roles.ts';
import { dateOfDay } from '../../record/calendarDate.ts';
import { everyNth } from '../../output/everyNth.ts';
import { asOfDay } from '../../record/asOf.ts';
import { stageColumns } from '../../output/stagesTable.ts';
import {
  discordantPairs,
  keptValues,
  pairedShares,
  weightedMean,
  weightedProportionDifference,
  weightsAt,
  type ShareSample,
} from '../../statistics/index.ts';
import type { Changes, DatedChange, StageChange } from '../changes.ts';
import { fleetColumns } from './fleets.ts';
import { ownSeries } from './ownSeries.ts';

/** The two sides of a comparison, over the same replications. */
interface Sides {
  readonly now: PointRecords;
  readonly before: PointRecords;
}

/** What every view shows against the baseline; what only one of the two has, is not compared. */
export function changesOf(sides: Sides, milestone: Column | undefined): Changes {
  const { gpus, spend } = ownSeries(sides.now, milestone);
  return {
    readiness: milestone === undefined ? [] : readinessChanges(sides, milestone.name),
    fan: seriesChanges(sides, gpus),
    spend: seriesChanges(sides, spend),
    binding: shareChanges(sides),
    stages: stageChanges(sides),
    fleets: fleetColumns(sides.now).map((column) => ({
      column: column.name,
      changes: seriesChanges(sides, column),
    })),
    path: milestone === undefined ? [] : pathChanges(sides, milestone.name),
  };
}

function hasColumn({ outputs }: PointRecords, name: string): boolean {
  return outputs.columns.some((column) => column.name === name);
}

/**
 * Of replications that count alike, counted day by day: each is ahead on one side from the earlier of its two days to
 * the later.
 */
function readinessChanges({ now, before }: Sides, name: string): DatedChange[] {
  if (!hasColumn(before, name)) return [];
  const { startDate } = now.outputs;
  const horizonDays = Math.min(now.outputs.horizonDays, before.outputs.horizonDays);
  const [ours, theirs] = [now.column(name), before.column(name)];
  const [onlyNow, onlyBefore] = [new Int32Array(horizonDays + 1), new Int32Array(horizonDays + 1)];
  const from = Math.max(0, asOfDay(now.outputs));
  if (before.weights !== undefined) {
    return Array.from({ length: horizonDays - from }, (_, i) => {
      const [own, other] = [ours, theirs].map((times) => times.map((time) => (time < from + i + 1 ? 1 : 0)));
      const change = weightedProportionDifference(own!, other!, before.weights);
      return { date: dateOfDay(startDate, from + i), change };
    });
  }
  const dayOf = (time: number): number => Math.max(0, Math.min(horizonDays, Math.floor(time)));
  ours.forEach((time, i) => {
    const [own, other] = [dayOf(time), dayOf(theirs[i]!)];
    const ahead = own < other ? onlyNow : onlyBefore;
    ahead[Math.min(own, other)]! += 1;
    ahead[Math.max(own, other)]! -= 1;
  });
  const changes: DatedChange[] = [];
  const count = ours.length;
  let [onlyFirst, onlySecond] = [0, 0];
  for (let day = 0; day < horizonDays; day++) {
    onlyFirst += onlyNow[day]!;
    onlySecond += onlyBefore[day]!;
    if (day < from) continue;
    changes.push({
      date: dateOfDay(startDate, day),
      change: discordantPairs({ onlyFirst, onlySecond, count }),
    });
  }
  return changes;
}

/** Places of the report dates that both have, from the as-of date on. */
function sharedPlaces({ now, before }: Sides): { date: string; place: number; other: number }[] {
  const { startDate, gridDays } = now.outputs;
  const from = asOfDay(now.outputs);
  return gridDays.flatMap((day, place) => {
    const other = before.outputs.gridDays.indexOf(day);
    return day < from || other < 0 ? [] : [{ date: dateOfDay(startDate, day), place, other }];
  });
}

function seriesChanges(sides: Sides, column: Column | undefined): DatedChange[] {
  const { now, before } = sides;
  if (column === undefined || !hasColumn(before, column.name)) return [];
  const [ours, theirs] = [now.column(column.name), before.column(column.name)];
  const [width, otherWidth] = [now, before].map(({ outputs }) => outputs.gridDays.length) as [number, number];
  return sharedPlaces(sides).map(({ date, place, other }) => {
    const own = everyNth(ours, width, place);
    const old = everyNth(theirs, otherWidth, other);
    return {
      date,
      change: weightedMean(
        own.map((value, i) => value - old[i]!),
        before.weights,
      ),
    };
  });
}

function shareChanges(sides: Sides): Changes['binding'] {
  const { now, before } = sides;
  const columns = now.outputs.columns.filter(
    ({ table, statistic, name }) => table === 'binding' && statistic === 'share' && hasColumn(before, name),
  );
  const read = (point: PointRecords) => {
    const width = point.outputs.gridDays.length;
    const values = columns.map(({ name }) => point.column(name));
    return (place: number): ShareSample[] => {
      const parts = values.map((own) => everyNth(own, width, place));
      const whole = new Float64Array(parts[0]?.length ?? 0);
      for (const part of parts) for (let i = 0; i < whole.length; i++) whole[i]! += part[i]!;
      return parts.map((part) => ({ part, whole }));
    };
  };
  const [ours, theirs] = [read(now), read(before)];
  return sharedPlaces(sides).flatMap(({ date, place, other }) => {
    const [own, old] = [ours(place), theirs(other)];
    return columns.map(({ key }, i) => ({
      date,
      cause: key?.['cause'] ?? '',
      change: pairedShares(own[i]!, old[i]!, before.weights),
    }));
  });
}

function stageChanges({ now, before }: Sides): StageChange[] {
  const horizonDays = Math.min(now.outputs.horizonDays, before.outputs.horizonDays);
  const columns = stageColumns(now.outputs.columns);
  return columns.flatMap(({ name, key }) => {
    if (key?.['edge'] !== 'start') return [];
    const { site = '', stage = '' } = key;
    const finish = columns.find(
      (other) =>
        other.key?.['edge'] === 'finish' && other.key['site'] === site && other.key['stage'] === stage,
    );
    if (finish === undefined || !hasColumn(before, name) || !hasColumn(before, finish.name)) return [];
    const [starts, oldStarts] = [now.column(name), before.column(name)];
    const [finishes, oldFinishes] = [now.column(finish.name), before.column(finish.name)];
    const begun = Array.from(starts, (_, i) => i).filter(
      (i) => Number.isFinite(starts[i]) && Number.isFinite(oldStarts[i]),
    );
    const cut = (day: number): number => Math.min(day, horizonDays);
    return [
      {
        site,
        stage,
        start: weightedMean(
          begun.map((i) => starts[i]! - oldStarts[i]!),
          weightsAt(before.weights, begun),
        ),
        finish: weightedMean(
          begun.map((i) => cut(finishes[i]!) - cut(oldFinishes[i]!)),
          weightsAt(before.weights, begun),
        ),
        pairs: begun.length,
        censored: begun.filter((i) => finishes[i] === Infinity || oldFinishes[i] === Infinity).length,
      },
    ];
  });
}

function pathChanges({ now, before }: Sides, milestone: string): Changes['path'] {
  return attributionColumns(now.outputs.columns, milestone)
    .filter(({ name }) => hasColumn(before, name))
    .map(({ name, key }) => {
      const [ours, theirs] = [now.column(name), before.column(name)];
      const all = ours.map((days, i) => days - theirs[i]!);
      const { values, weights } = keptValues(all, before.weights, (days) => Number.isFinite(days));
      return { cause: key!['cause']!, change: weightedMean(values, weights) };
    });
}
