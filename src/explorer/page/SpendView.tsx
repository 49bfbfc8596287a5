import type { JSX } from 'preact';
import { spendChart } from '../../plot/index.ts';
import { compactText } from '../../plot/numberText.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { ViewProps } from './viewProps.ts';
import { bandText, pastOf } from './words.ts';

/** Spend over time against the commitment. */
export function SpendView({ picture, state, facts, onChange }: ViewProps): JSX.Element {
  const { spend, commitment, milestone } = picture;
  if (spend.length === 0) return <p class="quiet">The scenario spends nothing.</p>;
  const target = milestone?.due === undefined ? undefined : { date: milestone.due };
  return (
    <ChartFigure
      name="spend"
      of={[picture]}
      draw={(settings) => spendChart({ ...settings, ...pastOf(facts), spend, commitment, target })}
      dates={spend.map(({ date }) => date)}
      date={state.date}
      read={(date) => bandText(spend, date, (value) => `$${compactText(value)}`)}
      onDate={(date) => onChange({ date })}
    />
  );
}
