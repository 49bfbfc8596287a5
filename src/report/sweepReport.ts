import { countText } from '../wording/index.ts';
import { escapeHtml, htmlTable, type Html } from '../page/index.ts';
import type { Head } from './head.ts';
import { furtherSection } from './anyTable.ts';
import { intervalsFigure } from './intervalsFigure.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import {
  asOfIn,
  beVerb,
  daysIn,
  hasFields,
  mainMilestone,
  milestonesOf,
  numberIn,
  pastDueOf,
  pastDueSentence,
  targetOf,
  textIn,
  titleOf,
  valuesOf,
  type Estimated,
  type Milestone,
} from '../answer/index.ts';
import { observedParts } from './observedParts.ts';
import { runReport, type ReportParts } from './runReport.ts';
import { sweepGrid } from './sweepGrid.ts';
import { variedPath } from './variedPath.ts';
import { foldable, lede, paragraph, type Section } from './section.ts';
import { estimateCell, estimateText, longDate, longDateText, saidDateCell } from './valueText.ts';

/** One point of a sweep: how likely its target is in time, and when it comes. */
interface SweepPoint {
  readonly name: string;
  readonly probability: Estimated<number>;
  readonly target: Milestone | undefined;
}

// Beyond this a chart is no picture any more: the ends of the order tell what there is to tell.
const MOST_ROWS = 40;

/** Report of several points of one scenario: which reach the target, and when. */
export function sweepReport(material: Material): ReportParts {
  const points = sweepPoints(material);
  if (points.length === 1) return onePointReport(material, points[0]!);
  const measure = measureOf(material);
  const main = mainResponse(material);
  const shown: Section = {
    id: 'points',
    title: 'Point by point',
    parts: [
      ...sweepGrid(material, main),
      ...probabilityFigure(material, points, measure),
      ...differencesFigure(material),
      ...pointsTable(points, measure),
    ],
  };
  return {
    head: withObserved(material, withPastDue(material, points, sweepHead(material, points, measure))),
    sections: [
      shown,
      settingsSection(material),
      furtherSection(
        material,
        'runs points observed differences milestones readiness assumptions'.split(' '),
        { isAll: shown.parts.length === 0 },
      ),
    ],
  };
}

/** A sweep of one point is a run with something set: its report is that of a run, with the setting. */
function onePointReport(material: Material, { name }: SweepPoint): ReportParts {
  const { head, sections } = runReport(material);
  return {
    head: { headline: `With ${name}: ${head.headline}`, parts: head.parts },
    sections: [settingsSection(material), ...sections],
  };
}

function sweepPoints(material: Material): SweepPoint[] {
  const { folder } = material;
  const main = mainResponse(material);
  // Tables of a single point have no column for its name, but `points.csv` does.
  const tables = [folder.tables.get('milestones'), folder.tables.get('points')];
  const table = tables.find((one) => one !== undefined && hasFields(one, ['point']));
  const names = table === undefined ? [] : valuesOf(table, 'point');
  return names.map((name) => {
    const target = targetOf(folder, name);
    const milestones = milestonesOf(folder, name);
    const asked = milestones.find((candidate) => candidate.name === main);
    if (asked !== undefined && asked.due === undefined)
      return { name, probability: asked.reached, target: asked };
    const milestone = target?.milestone ?? mainMilestone(folder, milestones);
    return { name, probability: target?.probability ?? milestone?.reached ?? {}, target: milestone };
  });
}

/** What the probability of each point is of, as a clause. */
function measureOf(material: Material): string {
  const { folder } = material;
  const main = mainResponse(material);
  const table = folder.tables.get('milestones');
  const first = table === undefined || !hasFields(table, ['point']) ? undefined : valuesOf(table, 'point')[0];
  const asked = milestonesOf(folder, first).find(({ name }) => name === main);
  if (asked !== undefined && asked.due === undefined)
    return `${asked.title} ${beVerb(asked)} reached by the horizon`;
  const target = targetOf(folder, first);
  if (target?.isDue === true)
    return `${target.title} ${beVerb(target.milestone)} ${target.onceReached} by ${longDate(target.by)}`;
  const milestone = mainMilestone(folder, milestonesOf(folder, first));
  return `${milestone?.title ?? 'the target'} ${beVerb(milestone)} reached by the horizon`;
}

function sweepHead({ folder }: Material, points: readonly SweepPoint[], measure: string): Head {
  const known = points
    .filter(({ probability }) => probability.estimate !== undefined)
    .sort((a, b) => b.probability.estimate! - a.probability.estimate!);
  const [best, worst] = [known[0], known.at(-1)];
  if (best === undefined || worst === undefined || best === worst)
    return { headline: `${countText(points.length, 'point')} of ${folder.name}`, parts: [] };
  const isApart = (best.probability.low ?? 0) > (worst.probability.high ?? 1);
  const ends = `${percent(worst)} at ${worst.name}, ${percent(best)} at ${best.name}`;
  const draws =
    'All points share their draws, so that they differ by what they set and not by luck; each interval is that of its point alone.';
  if (isApart) {
    return { headline: `The probability that ${measure}: ${ends}`, parts: [lede(draws)] };
  }
  return {
    headline: dateHeadline(points) ?? `No point is shown to differ in the probability that ${measure}`,
    parts: [lede(`The probability that ${measure} is ${ends}: the intervals overlap. ${draws}`)],
  };
}

/** Whether a target that was due before the as-of date came in time is no forecast, and that is said. */
function withPastDue({ folder }: Material, points: readonly SweepPoint[], { headline, parts }: Head): Head {
  const asOf = asOfIn(folder);
  const sentences = points.flatMap(({ target }) => {
    const pastDue = pastDueOf(folder, target);
    return pastDue === undefined || asOf === undefined
      ? []
      : [`${pastDueSentence(pastDue, { asOf, date: longDate })}.`];
  });
  return { headline, parts: [...parts, ...new Set(sentences.map((sentence) => paragraph(sentence)))] };
}

/** What was observed is said at once: all that follows is given it. */
function withObserved(material: Material, { headline, parts }: Head): Head {
  return { headline, parts: [...parts, ...observedParts(material)] };
}

/** The first and the last median, where the sample tells them apart. */
function dateHeadline(points: readonly SweepPoint[]): string | undefined {
  const known = points
    .filter(({ target }) => target?.p50.estimate !== undefined)
    .sort((a, b) => (a.target!.p50.estimate! < b.target!.p50.estimate! ? -1 : 1));
  const [first, last] = [known[0], known.at(-1)];
  if (first?.target === undefined || last?.target === undefined || first === last) return undefined;
  const { high } = first.target.p50;
  const { low } = last.target.p50;
  if (high === undefined || low === undefined || high >= low) return undefined;
  return `Half of the replications reach ${first.target.title} by ${longDateText(first.target.p50)} at ${first.name}, and by ${longDateText(last.target.p50)} at ${last.name}`;
}

function percent({ probability }: SweepPoint): string {
  return estimateText(probability, 'share');
}

function probabilityFigure({ document }: Material, points: readonly SweepPoint[], measure: string): string[] {
  const rows = points
    .filter(({ probability }) => probability.estimate !== undefined)
    .map(({ name, probability }) => ({ name, ...probability }));
  if (rows.length < 2) return [];
  const inOrder = [...rows].sort((a, b) => b.estimate! - a.estimate!);
  const few = rows.length <= MOST_ROWS;
  const shown = few ? rows : [...inOrder.slice(0, MOST_ROWS / 2), ...inOrder.slice(-MOST_ROWS / 2)];
  const which = few
    ? undefined
    : `The ${MOST_ROWS / 2} highest and the ${MOST_ROWS / 2} lowest of ${rows.length} points.`;
  return [
    intervalsFigure(document, { measure: `probability that ${measure}`, unit: 'share', rows: shown }, which),
  ];
}

/** The milestone that the sweep is about: that of its differences, else the target. */
function mainResponse({ folder }: Material): string | undefined {
  const [first] = folder.tables.get('differences')?.rows ?? [];
  return (
    (first && textIn(first, 'response')) ?? milestonesOf(folder).find(({ due }) => due !== undefined)?.name
  );
}

/**
 * By how many days each point is later than the first, over common draws; where the horizon cut one, the days are at
 * least these.
 */
function differencesFigure({ folder, document }: Material): string[] {
  const table = folder.tables.get('differences');
  if (table === undefined || !hasFields(table, ['a', 'b', 'response', 'difference'])) return [];
  const main = textIn(table.rows[0] ?? {}, 'response');
  const own = table.rows.filter((row) => row['response'] === main && textIn(row, 'unit') === 'day');
  const rows = own.map((row) => ({ name: textIn(row, 'b') ?? '', ...daysIn(row, 'difference') }));
  if (rows.length === 0 || rows.length > MOST_ROWS || main === undefined) return [];
  const cut = Math.max(0, ...own.map((row) => numberIn(row, 'censored') ?? 0));
  const title = titleOf(folder, main);
  return [
    intervalsFigure(
      document,
      {
        measure: `days later than at ${textIn(own[0]!, 'a') ?? 'the first point'}`,
        unit: 'day',
        rows,
        reference: 0,
        directions: ['earlier', 'later'],
      },
      `Days to ${title}, pair by pair over common draws.${cut === 0 ? '' : ` The horizon cut up to ${countText(cut, 'pair')}: a run that is not there by the horizon counts as arriving then, so that long delays look shorter than they are.`}`,
    ),
  ];
}

function pointsTable(points: readonly SweepPoint[], measure: string): string[] {
  if (points.length === 0) return [];
  const html = htmlTable({
    caption: `Points: probability that ${measure}, and its dates`,
    columns: [{ title: 'point' }, ...dateColumns(['probability', 'P10', 'P50', 'P90'])],
    rows: points.map(({ name, probability, target }) => [
      name,
      estimateCell(probability, 'share'),
      ...[target?.p10, target?.p50, target?.p90].map((date) =>
        date === undefined ? '' : saidDateCell(date),
      ),
    ]),
  });
  return [points.length > MOST_ROWS ? foldable(`All ${points.length} points`, html) : html];
}

/** What each point sets. */
function settingsSection({ folder }: Material): Section {
  const table = folder.tables.get('points');
  const title = 'What each point sets';
  if (table === undefined || table.fields.length < 2) return { id: 'settings', title, parts: [] };
  const html = htmlTable({
    caption: 'Settings; empty where a point leaves the scenario as it is',
    columns: table.fields.map((field) => ({
      title: brokenAtDots(
        field.unit === undefined ? variedPath(field) : `${variedPath(field)}, ${field.unit}`,
      ),
    })),
    rows: table.rows.map((row) => table.fields.map(({ name }) => textIn(row, name) ?? '')),
  });
  return {
    id: 'settings',
    title,
    parts: [
      table.rows.length > MOST_ROWS ? foldable(`Settings of all ${table.rows.length} points`, html) : html,
    ],
  };
}

/** A path that may go on in the next line after any of its dots. */
function brokenAtDots(path: string): Html {
  return { html: escapeHtml(path).replaceAll('.', '.<wbr>') };
}
