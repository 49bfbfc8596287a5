import { STAGES_OF_USE } from '../answer/stagesOfUse.ts';
import { countText } from '../wording/index.ts';
import {
  attributionChart,
  bindingChart,
  chipsAndMegawattsChart,
  ganttChart,
  tornadoChart,
  type DateQuantiles,
} from '../plot/index.ts';
import { chartFigure } from './chartFigure.ts';
import type { Material } from './resultsFolder.ts';
import {
  causeTitle,
  asOfIn,
  boundBy,
  dateIn,
  estimateIn,
  fieldFor,
  hasFields,
  milestonesOf,
  numberIn,
  tableFor,
  targetOf,
  textIn,
  titleOf,
  UNMET,
  valuesOf,
  type Answer,
  type Row,
  type Target,
} from '../answer/index.ts';
import type { Role } from '../record/index.ts';
import { bindingReadings, stageReadings, supplyReadings } from './readings.ts';

/** What held back the capacity that was not yet in service, over time. */
export function bindingFigure({ folder, document }: Material): string[] {
  const bound = boundBy(folder);
  const points = (bound?.dates ?? []).flatMap((date) =>
    bound!.causes.map((cause) => ({
      date,
      cause: bound!.titleOf(cause),
      share: bound!.share(cause, date)?.estimate,
    })),
  );
  if (points.length === 0) return [];
  return [
    chartFigure(
      document,
      (settings) => bindingChart({ ...settings, asOf: asOfIn(folder), points, unmet: bound!.titleOf(UNMET) }),
      'Of the capacity that was still to come at each date, the part that waited for each cause: the one of its missing prerequisites that arrived last.',
      bindingReadings(bound!, targetOf(folder)?.by),
    ),
  ];
}

/** Chips and halls side by side: which of the two waits for the other. */
export function supplyFigure({ folder, document }: Material): string[] {
  const table = tableFor('delivered', folder.tables)?.table;
  if (table === undefined) return [];
  const medianOf = (row: Row, role: Role): number | undefined => {
    const field = fieldFor(role, table.fields, 0.5);
    return field && numberIn(row, field.name);
  };
  const needed: readonly Role[] = ['installed', 'progress', 'energized', 'used'];
  if (needed.some((role) => fieldFor(role, table.fields, 0.5) === undefined)) return [];
  const days = table.rows.filter((row) => dateIn(row, 'date') !== undefined);
  const chips = days.map((row) => ({
    date: row['date']!,
    delivered: medianOf(row, 'delivered'),
    waiting: gap(medianOf(row, 'delivered'), medianOf(row, 'installed')),
    inService: medianOf(row, 'progress'),
  }));
  const megawatts = days.map((row) => ({
    date: row['date']!,
    energized: medianOf(row, 'energized'),
    cooled: medianOf(row, 'cooled'),
    used: medianOf(row, 'used'),
  }));
  if (days.length === 0) return [];
  return [
    chartFigure(
      document,
      (settings) => chipsAndMegawattsChart({ ...settings, asOf: asOfIn(folder), chips, megawatts }),
      'Waiting is the gap between the medians of GPUs delivered and GPUs installed; used is the facility power of the positions that have a rack.',
      supplyReadings(chips, megawatts),
    ),
  ];
}

/** Stages of the sites with the spread of their dates. */
export function ganttFigure({ folder, document }: Material, target: Target | undefined): string[] {
  const table = folder.tables.get('stages');
  if (table === undefined || !hasFields(table, ['site', 'stage', 'start_date_p50', 'finish_date_p50']))
    return [];
  const stages = table.rows.map((row) => ({
    site: textIn(row, 'site') ?? '',
    stage: textIn(row, 'stage') ?? '',
    start: datesIn(row, 'start_date'),
    finish: datesIn(row, 'finish_date'),
    isUse: STAGES_OF_USE.has(textIn(row, 'stage') ?? ''),
    begun: numberIn(row, 'begun'),
    finished: numberIn(row, 'finished'),
  }));
  const dates = stages.flatMap(({ start, finish }) =>
    [start.p10, start.p50, finish.p50, finish.p90].filter((date) => date !== undefined),
  );
  const ends = folder.tables.get('readiness')?.rows.flatMap((row) => dateIn(row, 'date') ?? []) ?? [];
  const all = [...dates, ...ends].sort();
  if (dates.length === 0) return [];
  const due = target?.isDue === true ? { date: target.by } : undefined;
  // Orders may lie before the start.
  const known = folder.manifest?.asOf ?? folder.manifest?.start;
  return [
    chartFigure(
      document,
      (settings) =>
        ganttChart({
          ...settings,
          asOf: known !== undefined && all[0]! < known ? known : asOfIn(folder),
          stages,
          target: due,
          start: all[0]!,
          end: all.at(-1)!,
        }),
      stages.some(({ isUse }) => isUse)
        ? 'Dates are those of the runs that begin a stage: where not all do, their share stands beside its name. Racks run from the first to be installed to the last in service.'
        : undefined,
      stageReadings(stages),
    ),
  ];
}

/** The milestone whose driving path is told: the target, else the last one that any replication reached. */
export function attributedMilestone({ folder }: Material, target: Target | undefined): string | undefined {
  const table = folder.tables.get('attribution');
  if (table === undefined) return undefined;
  const reached = valuesOf(table, 'milestone').filter((name) =>
    table.rows.some((row) => row['milestone'] === name && (numberIn(row, 'replications') ?? 0) > 0),
  );
  return reached.find((name) => name === target?.milestone?.name) ?? reached.at(-1);
}

/** Where the days to a milestone went. */
export function attributionFigure({ folder, document }: Material, milestone: string): string[] {
  const table = folder.tables.get('attribution');
  if (table === undefined || !hasFields(table, ['milestone', 'cause', 'path_days'])) return [];
  const rows = table.rows.filter((row) => row['milestone'] === milestone);
  const causes = rows
    .filter((row) => row['cause'] !== 'total' && (numberIn(row, 'path_days') ?? 0) !== 0)
    .map((row) => ({
      cause: causeTitle(textIn(row, 'cause') ?? '', folder.manifest?.titles),
      ...estimateIn(row, 'path_days'),
    }));
  const total = rows.find((row) => row['cause'] === 'total');
  // By weight, where replications count by weight.
  const reached = milestonesOf(folder).find(({ name }) => name === milestone)?.reached.estimate;
  if (causes.length === 0) return [];
  return [
    chartFigure(
      document,
      (settings) =>
        attributionChart({
          ...settings,
          milestone: titleOf(folder, milestone),
          causes,
          total: total === undefined ? undefined : estimateIn(total, 'path_days'),
          reached,
        }),
      'Mean days that each cause was waited for on the path that decided the date, over the replications that reached the milestone; the late ones that did not are not in it.',
    ),
  ];
}

const RESPONSES: Readonly<Record<Answer['inputs']['measure'], (title: string) => string>> = {
  p_target: (title) => `probability of ${title}`,
  attained: (title) => `part of ${title} in service on its date`,
  mean_days: (title) => `mean days to ${title}`,
};

/** How the runs came out where each main input was drawn low, and where it was high. */
export function inputsFigure(
  { folder, document }: Material,
  { inputs: { measure, base, inputs }, target }: Pick<Answer, 'inputs' | 'target'>,
): string[] {
  if (inputs.length === 0) return [];
  const { manifest, tables } = folder;
  const first = tables.get('inputs')!.rows.find((row) => textIn(row, 'input') !== undefined)!;
  // Where replications count by weight, a fifth is one by weight, and each has another number of them.
  const isWeighted = manifest?.effectiveReplications !== undefined;
  const each = isWeighted ? undefined : numberIn(first, 'replications');
  const title = target?.title ?? 'the target';
  return [
    chartFigure(
      document,
      (settings) =>
        tornadoChart({
          ...settings,
          response: RESPONSES[measure](title),
          unit: measure === 'mean_days' ? 'day' : 'share',
          base,
          bars: inputs.map(({ title: name, low, high }) => ({
            name,
            low,
            high,
            lowLabel: 'lowest fifth',
            highLabel: 'highest fifth',
          })),
          replications: each,
          reading: {
            bars: 'Among the fifth of the runs with the lowest and the highest draw of an input',
            base: 'all runs',
          },
        }),
      `From the same replications${each === undefined ? '' : `, ${countText(each, 'replication')} a fifth`}: uncertainty in an assumption, which the interval of the answer does not include. Inputs that are correlated move together.`,
    ),
  ];
}

function datesIn(row: Row, stem: string): DateQuantiles {
  return {
    p10: dateIn(row, `${stem}_p10`),
    p50: dateIn(row, `${stem}_p50`),
    p90: dateIn(row, `${stem}_p90`),
  };
}

function gap(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : Math.max(0, from - to);
}
