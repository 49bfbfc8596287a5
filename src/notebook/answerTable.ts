import {
  isEarlier,
  onceEach,
  targetSentence,
  type Answer,
  type Estimated,
  type Milestone,
} from '../answer/index.ts';
import type { Shown, ShownCell } from './shown.ts';
import { intervalCell } from './valueText.ts';

const DATES = [
  ['P10', 'p10', 0.1],
  ['P50', 'p50', 0.5],
  ['P90', 'p90', 0.9],
] as const;

/** What a run answers: in one sentence how likely the target is in time, and below it the dates of the milestones. */
export function answerTable({ target, milestones }: Answer): Shown {
  const once = [...new Set(milestones.map(({ onceReached }) => onceReached))].join(' or ');
  return {
    kind: 'table',
    title: target === undefined ? 'Milestones' : titleOf(target),
    columns: [
      { title: once, isNumeric: false },
      ...DATES.map(([title]) => ({ title, isNumeric: true })),
      { title: 'by the horizon', isNumeric: true },
    ],
    rows: onceEach(milestones).map((one) => [
      { text: one.due === undefined ? one.title : `${one.title}, due ${one.due}` },
      ...DATES.map(([, name, p]) => dateCell(one, one[name], p)),
      intervalCell(one.reached, 'share'),
    ]),
    omitted: 0,
  };
}

function titleOf(target: NonNullable<Answer['target']>): string {
  const { text, interval } = intervalCell(target.probability, 'share');
  return targetSentence(target, { date: (iso) => iso, probability: `${text} (${interval})` });
}

function dateCell(milestone: Milestone, date: Estimated<string>, p: number): ShownCell {
  if (isEarlier(milestone, date, p)) return { text: 'earlier', interval: 'day not observed' };
  const { estimate = 'later', low = '…', high = '…' } = date;
  return { text: estimate, interval: `${low} to ${high}` };
}
