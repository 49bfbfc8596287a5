import type { JSX } from 'preact';
import { ganttChart } from '../../plot/index.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { ViewProps } from './viewProps.ts';
import { pastOf } from './words.ts';

/** Stages of the sites with the spread of their dates, of all sites or of one. */
export function SitesView({ picture, state, facts, onChange }: ViewProps): JSX.Element {
  const { stages, milestone, now } = picture;
  const sites = [...new Set(stages.map(({ site }) => site))];
  const shown = stages.filter(
    ({ site }) => state.site === undefined || !sites.includes(state.site) || site === state.site,
  );
  if (shown.length === 0) return <p class="quiet">The scenario has no stages.</p>;
  const dates = [
    ...shown.flatMap(({ start, finish }) => [start.p10, start.p50, finish.p50, finish.p90]),
    ...(state.site === undefined ? [now.readiness[0]?.date, now.readiness.at(-1)?.date] : []),
  ]
    .filter((date) => date !== undefined)
    .sort();
  const target = milestone?.due === undefined ? undefined : { date: milestone.due };
  return (
    <>
      <label>
        Site{' '}
        <select
          value={state.site ?? ''}
          onChange={({ currentTarget }) => onChange({ site: currentTarget.value || undefined })}
        >
          <option value="">all</option>
          {sites.map((site) => (
            <option key={site} value={site}>
              {site}
            </option>
          ))}
        </select>
      </label>
      <ChartFigure
        name="sites"
        of={[picture, state.site]}
        draw={(settings) =>
          ganttChart({
            ...settings,
            ...pastOf(facts),
            stages: shown,
            target,
            start: dates[0]!,
            end: dates.at(-1)!,
          })
        }
      />
    </>
  );
}
