import type { JSX } from 'preact';
import { bindingChart } from '../../plot/index.ts';
import { shareText } from '../../plot/numberText.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { ViewProps } from './viewProps.ts';
import { dateText, pastOf } from './words.ts';

/** Classes of `binding.csv` whose names say too little alone. */
const CAUSE_TITLES: Readonly<Record<string, string>> = {
  crew: 'crews',
  existing: 'existing halls',
  unmet: 'not by the horizon',
};

/** What held back the capacity that was still to come, over time. */
export function BindingView({ picture, state, facts, onChange }: ViewProps): JSX.Element {
  const points = picture.binding.map(({ cause, ...point }) => ({
    ...point,
    cause: CAUSE_TITLES[cause] ?? cause,
  }));
  if (points.length === 0) return <p class="quiet">The scenario has nothing that binds.</p>;
  const read = (date: string): string => {
    const at = points.findLast((point) => point.date <= date)?.date ?? points[0]!.date;
    const shares = points
      .filter((point) => point.date === at && (point.share ?? 0) >= 0.005)
      .sort((a, b) => b.share! - a.share!)
      .map(({ cause, share }) => `${cause} ${shareText(share!)}`);
    return `${dateText(at)}: ${shares.length === 0 ? 'nothing is held back' : shares.join(', ')}`;
  };
  return (
    <ChartFigure
      name="binding"
      of={[picture]}
      draw={(settings) =>
        bindingChart({ ...settings, ...pastOf(facts), points, unmet: CAUSE_TITLES['unmet'] })
      }
      dates={[...new Set(points.map(({ date }) => date))]}
      date={state.date ?? picture.milestone?.due ?? facts.horizon}
      read={read}
      onDate={(date) => onChange({ date })}
      note="Of the capacity that was still to come at each date, the part that waited for each cause. Intervals are in binding.csv."
    />
  );
}
