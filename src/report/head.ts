import { countText, upperFirst } from '../wording/index.ts';
import { escapeHtml } from '../page/index.ts';
import type { Material } from './resultsFolder.ts';
import { milestonesTable } from './milestoneTables.ts';
import { observedParts } from './observedParts.ts';
import {
  asOfIn,
  beVerb,
  dateIn,
  mainMilestone,
  milestonesOf,
  targetSentence,
  UNMET,
  type Answer,
  type Milestone,
  type Target,
  pastDueSentence,
  pastText,
} from '../answer/index.ts';
import { lede, paragraph } from './section.ts';
import { estimateText, longDate, longDateText, moneyText } from './valueText.ts';

/** The head of a report: which run, the finding as its title, and what is said at once. */
export interface Head {
  /** Plain text. */
  readonly headline: string;
  /** HTML parts below the headline. */
  readonly parts: readonly string[];
}

/**
 * What a run of one scenario answers: how likely the target is in time, when the milestones come, what bound, what
 * was spent.
 */
export function runHead(material: Material, answer: Answer): Head {
  const { target, pastDue, milestones } = answer;
  return {
    headline: runHeadline(material, target, pastDue),
    parts: [
      ...ledeParts(material, target),
      ...pastParts(material),
      ...observedParts(material),
      ...milestonesTable('When it is there', mainMilestones(milestones)).map(
        (table) => `<div class="answer">${table}</div>`,
      ),
      ...pointsOfInterest(answer),
    ],
  };
}

/** Name of the results, replications and seed, as one line of plain text. */
export function sampleLine({ folder: { name, manifest } }: Material): string {
  if (manifest === undefined) return name;
  const points = manifest.points.length > 1 ? `${manifest.points.length} points, ` : '';
  const each = manifest.points.length > 1 ? ' each' : '';
  const { effectiveReplications: effective } = manifest;
  const given =
    effective === undefined ? '' : ` (effectively ${Math.floor(effective)} given what was observed)`;
  return `${name} · ${points}${countText(manifest.replications, 'replication')}${each}${given} · seed ${manifest.seed}`;
}

function runHeadline(
  { folder }: Material,
  target: Target | undefined,
  pastDue: Milestone | undefined,
): string {
  const asOf = asOfIn(folder);
  if (pastDue !== undefined && asOf !== undefined) return pastDueSentence(pastDue, { asOf, date: longDate });
  if (target === undefined) return headlineWithoutTarget(folder);
  return targetSentence(target, {
    date: longDate,
    probability: estimateText(target.probability, 'share'),
  });
}

/** Where nothing says how likely a target is: the median of the last milestone. */
function headlineWithoutTarget(folder: Material['folder']): string {
  const last = mainMilestone(folder, milestonesOf(folder));
  if (last === undefined) return `Results of ${folder.name}`;
  return last.p50.estimate === undefined
    ? `${upperFirst(last.title)} ${beVerb(last)} reached by the horizon with a probability of ${estimateText(last.reached, 'share')}`
    : `Half of the replications reach ${last.title} by ${longDateText(last.p50)}`;
}

function ledeParts({ folder }: Material, target: Target | undefined): string[] {
  const milestone = target?.milestone;
  if (target === undefined || milestone === undefined) return [];
  const reached = milestone.reached.estimate;
  const horizon = folder.tables
    .get('readiness')
    ?.rows.flatMap((row) => dateIn(row, 'date') ?? [])
    .at(-1);
  const end = horizon === undefined ? 'the horizon' : `the end of the simulation on ${longDate(horizon)}`;
  const share = `${estimateText(milestone.reached, 'share')} of the replications are there by ${end}`;
  if (milestone.p50.estimate !== undefined) {
    const half = `Half of the replications are there by ${longDateText(milestone.p50)}`;
    return [lede(target.isDue ? `${half}, and ${share}.` : `${half}.`)];
  }
  // Of an even number, half may be there while the median, between two of them, is not.
  if (reached === undefined || reached >= 0.5) return [lede(`${share}.`)];
  if (reached === 0)
    return [lede(`No replication is there by ${end}: ${estimateText(milestone.reached, 'share')}.`)];
  return [
    lede(
      `Fewer than half of the replications are there by ${end}: ${estimateText(milestone.reached, 'share')}.`,
    ),
  ];
}

/** What is said of the days before the as-of date, where there are such in the run. */
function pastParts({ folder }: Material): string[] {
  const asOf = asOfIn(folder);
  if (asOf === undefined) return [];
  const text = pastText(longDate(asOf), folder.tables.has('observed'));
  return [
    paragraph(
      `${text}, so tables and curves begin on that day, and no earlier date is given as a forecast. Sites are drawn from their beginning, with the past shaded.`,
    ),
  ];
}

/** The numbers of GPUs, and the target: parts of the contract stand in the full table. */
function mainMilestones(milestones: readonly Milestone[]): Milestone[] {
  const main = milestones.filter(
    ({ threshold, due }) => due !== undefined || (threshold !== undefined && 'amount' in threshold),
  );
  return main.length > 0 ? main : [...milestones];
}

function pointsOfInterest(answer: Answer): string[] {
  const entries = [...heldBack(answer), ...spent(answer)];
  if (entries.length === 0) return [];
  return [
    `<dl class="facts">${entries.map(([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`).join('\n')}</dl>`,
  ];
}

// Causes worth a name at once; the chart below has all of them.
const NAMED = 3;

function heldBack({ boundBy, target }: Answer): [string, string][] {
  if (boundBy === undefined) return [];
  const { dates, causes, titleOf } = boundBy;
  const date = dateOf(dates, target);
  const shares = causes
    .flatMap((cause) => (date === undefined ? [] : [{ cause, share: boundBy.share(cause, date) ?? {} }]))
    .filter(({ share }) => (share.estimate ?? 0) > 0)
    .sort((a, b) => b.share.estimate! - a.share.estimate!);
  if (date === undefined || shares.length === 0) return [];
  const waits = shares
    .filter(({ cause }) => cause !== UNMET)
    .slice(0, NAMED)
    .map(({ cause, share }, place) => {
      return `${estimateText(share, 'share')} ${place === 0 ? 'waits ' : ''}for ${titleOf(cause)}`;
    });
  const unmet = shares.find(({ cause }) => cause === UNMET);
  if (waits.length === 0) {
    // At the end of the simulation what is still to come does not come by it, which says nothing.
    if (date === dates.at(-1)) return [];
    return [
      [
        'Held back by',
        `Nothing of what is still to come on ${longDate(date)} comes by the end of the simulation.`,
      ],
    ];
  }
  const never =
    unmet === undefined
      ? ''
      : `; ${estimateText(unmet.share, 'share')} does not come by the end of the simulation`;
  return [
    ['Held back by', `Of the capacity still to come on ${longDate(date)}, ${waits.join(', ')}${never}.`],
  ];
}

function spent({ spend, target }: Answer): [string, string][] {
  if (spend === undefined) return [];
  const { byDate, committed, overTerm } = spend;
  const dates = byDate.map(({ date }) => date);
  const shown = [...new Set([dateOf(dates, target), dates.at(-1)])];
  const sums = byDate
    .filter(({ date }) => shown.includes(date))
    .map(({ date, spend: [, median] }) => `${estimateText(median, '$')} by ${longDate(date)}`);
  if (sums.length === 0) return [];
  const whole = overTerm === undefined ? '' : `, and ${estimateText(overTerm[1], '$')} over the whole term`;
  const of = committed === undefined ? '' : `, of ${moneyText(committed).replace('.00', '')} committed`;
  return [['Spend', `${sums.join(', ')}${whole}${of} (medians).`]];
}

/** The last date up to that of the target, else the last of all. */
function dateOf(dates: readonly string[], target: Target | undefined): string | undefined {
  return target?.isDue === true ? dates.findLast((date) => date <= target.by) : dates.at(-1);
}
