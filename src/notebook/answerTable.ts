import { onceEach, targetSentence, type Answer, type SaidDate } from '../answer/index.ts';
import type { Shown, ShownCell } from './shown.ts';
import { intervalCell } from './valueText.ts';

const DATES = [
  ['P10', 'p10'],
  ['P50', 'p50'],
  ['P90', 'p90'],
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
      ...DATES.map(([, name]) => dateCell(one[name])),
      intervalCell(one.reached, 'share'),
    ]),
    omitted: 0,
  };
}

function titleOf(target: NonNullable<Answer['target']>): string {
  const { text, interval } = intervalCell(target.probability, 'share');
  return targetSentence(target, { date: (iso) => iso, probability: `${text} (${interval})` });
}

function dateCell({ estimate, low = '…', high, isEarlier }: SaidDate): ShownCell {
  if (isEarlier && high === undefined) return { text: 'earlier', interval: 'day not observed' };
  return { text: estimate ?? (isEarlier ? 'earlier' : 'later'), interval: `${low} to ${high ?? '…'}` };
}
