import type { JSX } from 'preact';
import { isPastDue } from '../../answer/pastDue.ts';
import { readinessChart, type PlotArea } from '../../plot/index.ts';
import type { ReadyBy } from '../picture.ts';
import { againstBaseline } from './changeWords.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { heightOf, placeOf } from './plotPlaces.ts';
import { readDate } from './readDate.ts';
import type { ViewProps } from './viewProps.ts';
import { pastOf, pointsText, readinessOn, readinessWords } from './words.ts';

/** Days between points of a curve, where nothing happens between them that could be seen. */
const EVERY_DAYS = 7;

/** The probability of the milestone by each date: the date is dragged along the curve, or moved with the arrow keys. */
export function ReadinessView({ picture, state, facts, onChange }: ViewProps): JSX.Element {
  const { now, baseline, milestone } = picture;
  if (milestone === undefined || now.readiness.length === 0)
    return <p class="quiet">The scenario has no milestone.</p>;
  const date = readDate(state, picture, facts);
  const points = now.readiness.filter(
    (point, index, all) => index % EVERY_DAYS === 0 || index === all.length - 1 || point.date === date,
  );
  const read = (at: string): string => {
    if (at < now.readiness[0]!.date) return readinessOn(now.readiness, at);
    const before = baseline && readinessWords(baseline.readiness, at);
    const what = { date: at, what: 'difference', text: pointsText };
    return `${readinessOn(now.readiness, at)}${againstBaseline(before, picture.changes?.readiness, what)}`;
  };
  return (
    <ChartFigure
      name="readiness"
      of={[picture, date]}
      draw={(settings) =>
        readinessChart({
          ...settings,
          ...pastOf(facts),
          points,
          target:
            milestone.due === undefined || isPastDue(milestone, facts.asOf)
              ? undefined
              : { date: milestone.due, label: milestone.title },
          goal: milestone.title,
          quantiles: {
            p10: now.dates.p10.estimate,
            p50: now.dates.p50.estimate,
            p90: now.dates.p90.estimate,
          },
        })
      }
      dates={now.readiness.map((point) => point.date)}
      date={date}
      read={read}
      onDate={(next) => onChange({ date: next })}
      over={(area) => baseline && <BaselineCurve area={area} curve={baseline.readiness} />}
      note={baseline === undefined ? 'Drag along the curve to read another date.' : 'Dashed: the baseline.'}
    />
  );
}

function BaselineCurve({ area, curve }: { area: PlotArea; curve: readonly ReadyBy[] }): JSX.Element {
  const shown = curve.filter(
    ({ date }, index) =>
      (index % EVERY_DAYS === 0 || index === curve.length - 1) &&
      Date.parse(date) >= Number(area.first) &&
      Date.parse(date) <= Number(area.last),
  );
  const places = shown.map(
    ({ date, p }) => `${placeOf(area, date).toFixed(1)},${heightOf(area, p).toFixed(1)}`,
  );
  return <polyline class="baseline" points={places.join(' ')} />;
}
