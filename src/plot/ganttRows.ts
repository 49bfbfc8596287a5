import { dateOf } from './calendarText.ts';
import { shareText } from './numberText.ts';
import type { DateQuantiles } from './quantiles.ts';

/** A stage of a site: when it starts and finishes, over the replications. */
export interface GanttStage {
  readonly site: string;
  readonly stage: string;
  readonly start: DateQuantiles;
  readonly finish: DateQuantiles;
  /**
   * Use of the site and no work on it: drawn, but no finding, as it may go on, or never come, with nothing being
   * late.
   */
  readonly isUse?: boolean | undefined;
  /** Share of the runs that begin it, whose dates these are; default all. */
  readonly begun?: number | undefined;
  /** Share of the runs that finish it by the horizon; default as the dates say. */
  readonly finished?: number | undefined;
}

/** Quantiles of a date; undefined: after the horizon. */
export interface Edge {
  readonly p10: Date | undefined;
  readonly p50: Date | undefined;
  readonly p90: Date | undefined;
}

/** A row of a Gantt chart: the head of a site, or a bar with its name. */
export interface GanttRow {
  readonly site: string;
  readonly name: string;
  /** The stage, without what is said of it in its name; of a row a site, the site. */
  readonly stage: string;
  readonly isHead: boolean;
  readonly start: Edge;
  readonly finish: Edge;
  /** Whether no run begins it. */
  readonly isUnused: boolean;
  /** Whether it is the last stage of its site. */
  readonly isLast: boolean;
}

/** More rows than this are drawn as one a site. */
const MOST_ROWS = 80;

const NO_EDGE: Edge = { p10: undefined, p50: undefined, p90: undefined };

/** Rows of the stages under the heads of their sites, or one row a site from its first start to its last finish. */
export function ganttRows(stages: readonly GanttStage[]): {
  readonly rows: readonly GanttRow[];
  readonly isBySite: boolean;
} {
  const sites = [...new Set(stages.map(({ site }) => site))];
  const isBySite = sites.length + stages.length > MOST_ROWS;
  const rows = sites.flatMap((site): GanttRow[] => {
    const own = stages.filter((stage) => stage.site === site);
    if (isBySite) return [siteRow(site, own)];
    const head = {
      site,
      name: site,
      stage: site,
      isHead: true,
      start: NO_EDGE,
      finish: NO_EDGE,
      isUnused: false,
      isLast: false,
    };
    return [
      head,
      ...own.map(({ stage, start, finish, begun = 1 }, i) => ({
        site,
        stage,
        name: begun > 0 && begun < 1 ? `${stage}, ${shareText(begun)} of runs` : stage,
        isUnused: begun === 0,
        isHead: false,
        start: edgeOf(start),
        finish: edgeOf(finish),
        isLast: i === own.length - 1,
      })),
    ];
  });
  return { rows, isBySite };
}

// Quantiles of a first start and of a last finish cannot be had from those of the stages: the row shows the earliest
// and the latest of the stages' own.
function siteRow(site: string, stages: readonly GanttStage[]): GanttRow {
  const used = stages.filter(({ begun = 1 }) => begun > 0);
  const starts = stages.map(({ start }) => edgeOf(start));
  return {
    site,
    name: site,
    stage: site,
    isHead: false,
    start: earliest(starts),
    finish: lastFinish(used.length === 0 ? stages : used),
    isUnused: used.length === 0,
    isLast: false,
  };
}

/** Quantile by quantile the latest finish of some stages; undefined where one of them is after the horizon. */
function lastFinish(stages: readonly GanttStage[]): Edge {
  const edges = stages.map(({ finish }) => edgeOf(finish));
  const latest = (quantile: keyof Edge): Date | undefined => {
    const dates = edges.map((edge) => edge[quantile]);
    return dates.reduce((best, date) =>
      best === undefined || date === undefined ? undefined : date > best ? date : best,
    );
  };
  return { p10: latest('p10'), p50: latest('p50'), p90: latest('p90') };
}

function earliest(edges: readonly Edge[]): Edge {
  const first = (quantile: keyof Edge): Date | undefined =>
    edges
      .map((edge) => edge[quantile])
      .reduce((best, date) => (best === undefined || (date && date < best) ? date : best));
  return { p10: first('p10'), p50: first('p50'), p90: first('p90') };
}

function edgeOf({ p10, p50, p90 }: DateQuantiles): Edge {
  const date = (text: string | undefined): Date | undefined =>
    text === undefined ? undefined : dateOf(text);
  return { p10: date(p10), p50: date(p50), p90: date(p90) };
}
