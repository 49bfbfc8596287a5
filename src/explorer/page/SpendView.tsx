import type { JSX } from 'preact';
import { spendChart } from '../../plot/index.ts';
import { compactText } from '../../plot/numberText.ts';
import { againstBaseline } from './changeWords.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { MedianLine } from './MedianLine.tsx';
import { MilestoneMark, milestoneNote } from './MilestoneMark.tsx';
import { readDate } from './readDate.ts';
import type { ViewProps } from './viewProps.ts';
import { bandText, bandWords, pastOf } from './words.ts';

/** Spend over time against the commitment. */
export function SpendView({ picture, state, facts, onChange }: ViewProps): JSX.Element {
  const { now, baseline, commitment, milestone } = picture;
  const { spend } = now;
  if (spend.length === 0) return <p class="quiet">The scenario spends nothing.</p>;
  const target = milestone?.due === undefined ? undefined : { date: milestone.due };
  const dollars = (value: number): string => `$${compactText(value)}`;
  const read = (date: string): string => {
    const before = baseline && bandWords(baseline.spend, date, dollars);
    const what = { date, what: 'difference of the means', text: dollars };
    return `${bandText(spend, date, dollars)}${againstBaseline(before, picture.changes?.spend, what)}`;
  };
  return (
    <ChartFigure
      name="spend"
      of={[picture]}
      draw={(settings) => spendChart({ ...settings, ...pastOf(facts), spend, commitment, target })}
      dates={spend.map(({ date }) => date)}
      date={readDate(state, picture, facts)}
      read={read}
      onDate={(date) => onChange({ date })}
      over={(area) => (
        <>
          {baseline && <MedianLine area={area} bands={baseline.spend} />}
          <MilestoneMark area={area} picture={picture} asOf={facts.asOf} />
        </>
      )}
      note={`${milestoneNote(picture, facts.asOf)}${baseline === undefined ? '' : ' Dashed: median of the baseline.'}`}
    />
  );
}
