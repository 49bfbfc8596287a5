import type { JSX } from 'preact';
import { spendChart } from '../../plot/index.ts';
import { compactText } from '../../plot/numberText.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { ViewProps } from './viewProps.ts';
import { MedianLine } from './MedianLine.tsx';
import { bandText, bandWords, pastOf } from './words.ts';

/** Spend over time against the commitment. */
export function SpendView({ picture, state, facts, onChange }: ViewProps): JSX.Element {
  const { now, baseline, commitment, milestone } = picture;
  const { spend } = now;
  if (spend.length === 0) return <p class="quiet">The scenario spends nothing.</p>;
  const target = milestone?.due === undefined ? undefined : { date: milestone.due };
  const dollars = (value: number): string => `$${compactText(value)}`;
  const read = (date: string): string => {
    const before = baseline === undefined ? '' : `; baseline ${bandWords(baseline.spend, date, dollars)}`;
    return `${bandText(spend, date, dollars)}${before}`;
  };
  return (
    <ChartFigure
      name="spend"
      of={[picture]}
      draw={(settings) => spendChart({ ...settings, ...pastOf(facts), spend, commitment, target })}
      dates={spend.map(({ date }) => date)}
      date={state.date ?? milestone?.due ?? facts.horizon}
      read={read}
      onDate={(date) => onChange({ date })}
      over={(area) => baseline && <MedianLine area={area} bands={baseline.spend} />}
      note={baseline === undefined ? undefined : 'Dashed: median of the baseline.'}
    />
  );
}
