import { countText, wholeText } from '../../wording/index.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { dateOf, dayText } from '../../plot/calendarText.ts';
import { intervalText, numberText, shareText } from '../../plot/numberText.ts';
import { changeText } from './changeWords.ts';
import { isPastDue, pastDueSentence } from '../../answer/pastDue.ts';
import type { SaidDate } from '../../answer/resultsTable.ts';
import type { Band, Difference, Picture, ReadyBy, Side, StageDates } from '../picture.ts';
import type { Facts, Milestone } from '../scenarioFacts.ts';

/** `31 Dec 2026`; `after the horizon` where there is no such date. */
export function dateText(date: string | undefined): string {
  return date === undefined ? 'after the horizon' : dayText(dateOf(date));
}

/** A date that is said of a milestone: `before 22 Nov 2026`, where nobody observed it. */
export function saidText({ estimate, isEarlier }: SaidDate, asOf: string | undefined): string {
  return isEarlier ? `before ${dateText(asOf)}` : dateText(estimate);
}

/** A date of a stage: what lies before the as-of date nobody observed, where nothing says that it was. */
export function edgeText(
  { isUnobserved }: Pick<StageDates, 'isUnobserved'>,
  date: string | undefined,
  asOf: string | undefined,
): string {
  const isEarlier = isUnobserved && asOf !== undefined && date !== undefined && date < asOf;
  return isEarlier ? `before ${dateText(asOf)}` : dateText(date);
}

/** The same with its interval; nothing more is known of one after the horizon. */
export function saidWithInterval(said: SaidDate, asOf: string | undefined): string {
  const { estimate, low, high, isEarlier } = said;
  const text = saidText(said, asOf);
  if (estimate === undefined && !(isEarlier && high !== undefined)) return text;
  const [from, to] = [low, high].map((end) => (end === undefined ? '…' : dateText(end)));
  return `${text} (${from} to ${to})`;
}

/** A share with its 95 % interval. */
export function shareWithInterval(share: Pick<Estimate, 'estimate' | 'low' | 'high'>): string {
  return intervalText(share, shareText);
}

/** The answer in one sentence, its number first. */
export function answerOf(
  { milestone, now, replications, effective }: Picture,
  { horizon, asOf }: Pick<Facts, 'horizon' | 'asOf'>,
): { number: string; words: string } {
  if (milestone === undefined) return { number: '', words: 'The scenario has no milestone.' };
  if (asOf !== undefined && isPastDue(milestone, asOf)) {
    const told = pastDueSentence(
      { ...milestone, onceReached: 'in service', ...now.dates },
      { asOf, date: dateText },
    );
    return { number: '', words: `${told}. ${medianSentence(now, milestone, asOf)}` };
  }
  const { estimate, low, high } = now.probability;
  const interval =
    low === undefined || high === undefined ? 'no interval' : `${shareText(low)} to ${shareText(high)}`;
  const by = dateText(milestone.due ?? horizon);
  const late = milestone.due === undefined ? `, the horizon` : '';
  return {
    number: estimate === undefined ? '…' : shareText(estimate),
    words: `of the runs have ${milestone.title} in service by ${by}${late} (95 % interval ${interval}; ${replicationsWords(replications, effective)}). ${medianSentence(now, milestone, asOf)}`,
  };
}

/** `1,000 replications`; how many of them count where totals were observed. */
export function replicationsWords(replications: number, effective: number | undefined): string {
  const all = countText(replications, 'replication');
  if (effective === undefined) return all;
  return `${all}, effectively ${wholeText(Math.floor(effective))} given what was observed`;
}

function medianSentence(
  { dates: { p50 }, attained }: Side,
  milestone: Milestone,
  asOf: string | undefined,
): string {
  const part =
    attained?.estimate === undefined || milestone.due === undefined
      ? ''
      : ` On average ${shareWithInterval(attained)} of it is there on ${dateText(milestone.due)}.`;
  if (p50.isEarlier)
    return `Half of the runs were there ${saidWithInterval(p50, asOf)}, on days that nobody observed.${part}`;
  if (p50.estimate === undefined) return `Half of the runs are there after the horizon or never.${part}`;
  return `Half of the runs are there by ${saidWithInterval(p50, asOf)}.${part}`;
}

/** A text whose numbers are not parted from what they are of: `4 %`, `31 Dec`. */
export function tied(text: string): string {
  return text.replaceAll(/(\d) (%|pp|[A-Z][a-z]{2} \d{4})/g, '$1\u00a0$2');
}

/** What a change did, in one sentence; nothing without a baseline. */
export function changeOf({ differences, milestone }: Picture): string | undefined {
  const onTime = differences.find(({ name }) => name === 'on time');
  const days = differences.find(({ name }) => name === milestone?.name);
  const parts = [
    ...(onTime === undefined || milestone?.due === undefined ? [] : [`P(on time) ${differenceText(onTime)}`]),
    ...(days === undefined ? [] : [`mean date ${differenceText(days)}`]),
  ];
  return parts.length === 0 ? undefined : `Against the baseline, on common draws: ${parts.join('; ')}.`;
}

/** A difference with its interval, in points or in days earlier or later. */
export function differenceText({ unit, difference, censored }: Difference): string {
  if (unit === 'share') return changeText(difference, pointsText);
  const cut =
    censored === 0 ? '' : ', in which a run that is not there by the horizon counts as arriving then';
  return `${changeText(difference, wholeDays)} days${cut}`;
}

/** Days as a whole number. */
export function wholeDays(value: number): string {
  return numberText(Math.round(value), 'day');
}

/** A difference of shares in points of a per cent; its sign is the caller's. */
export function pointsText(value: number): string {
  return `${(value * 100).toFixed(1)} pp`;
}

/** What a curve says on a date. */
export function readinessOn(curve: readonly ReadyBy[], date: string): string {
  return `${dateText(date)}: ${readinessWords(curve, date)}`;
}

/** The same without the date. */
export function readinessWords(curve: readonly ReadyBy[], date: string): string {
  const at = curve.findLast((point) => point.date <= date);
  if (at === undefined) return 'before the as-of date';
  return `${shareWithInterval({ estimate: at.p, low: at.low, high: at.high })} of the runs`;
}

/** The as-of date of a scenario, for charts that draw what lies before it. */
export function pastOf({ asOf }: { readonly asOf: string | undefined }): object {
  return asOf === undefined ? {} : { asOf };
}

/** The median on a date with its interval, and the spread of the runs. */
export function bandText(bands: readonly Band[], date: string, text: (value: number) => string): string {
  const at = bands.findLast((band) => band.date <= date) ?? bands[0];
  return at === undefined ? 'not known' : `${dateText(at.date)}: ${bandWords(bands, date, text)}`;
}

/** The same without its date. */
export function bandWords(bands: readonly Band[], date: string, text: (value: number) => string): string {
  const at = bands.findLast((band) => band.date <= date) ?? bands[0];
  if (at === undefined) return 'not known';
  const value = (number: number | undefined): string => (number === undefined ? 'not known' : text(number));
  const median = intervalText({ estimate: at.p50, low: at.low, high: at.high }, text);
  return `median ${median}; P10 to P90 of the runs ${value(at.p10)} to ${value(at.p90)}`;
}
