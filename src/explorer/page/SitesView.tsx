import { dateOfEpochDay, epochDay } from '../../kernel/civilDate.ts';
import type { JSX } from 'preact';
import { ganttChart, ganttPlaces, type PlotArea } from '../../plot/index.ts';
import type { StageRow } from '../picture.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { MilestoneMark, milestoneNote } from './MilestoneMark.tsx';
import { placeOf } from './plotPlaces.ts';
import { periodAround, periodWithin, wholePeriod, type Period } from './period.ts';
import { readDate } from './readDate.ts';
import { StagesTable } from './StagesTable.tsx';
import type { ViewProps } from './viewProps.ts';
import { dateText, edgeText } from './words.ts';

/** Stages of the sites with the spread of their dates: of all sites or of one, the whole time or a part of it. */
export function SitesView(props: ViewProps): JSX.Element {
  const { picture, state, facts, onChange } = props;
  const { milestone, now, baseline } = picture;
  const sites = [...new Set(now.stages.map(({ site }) => site))];
  // A link may name one that the scenario does not have.
  const only = sites.find((site) => site === state.site);
  const shown = now.stages.filter(({ site }) => only === undefined || site === only);
  if (shown.length === 0) return <p class="quiet">The scenario has no stages.</p>;
  const whole = wholePeriod(shown, only === undefined ? now.readiness.map(({ date }) => date) : []);
  const period = periodWithin(whole, state);
  const places = ganttPlaces(shown);
  const rowAt = (down: number): StageRow | undefined => {
    const place = places.find(({ top, bottom }) => down >= top && down < bottom);
    return shown.find(({ site, stage }) => site === place?.site && stage === place.name);
  };
  const target = milestone?.due === undefined ? undefined : { date: milestone.due };
  return (
    <>
      <div class="asked">
        <SiteChoice sites={sites} only={only} onChange={onChange} />
        <PeriodButtons period={period} whole={whole} onPeriod={onChange} />
      </div>
      <ChartFigure
        name="sites"
        of={[picture, state.site, state.from, state.to]}
        draw={(settings) =>
          ganttChart({
            ...settings,
            ...(whole.from < facts.knownUntil ? { asOf: facts.knownUntil } : {}),
            stages: shown,
            target,
            start: whole.from,
            end: whole.to,
            ...(period === whole ? {} : { period }),
          })
        }
        dates={daysOf(period)}
        date={withinPeriod(readDate(state, picture, facts), period)}
        read={(date) => underWay(shown, date)}
        readPlace={(down) => stageText(rowAt(down), facts.asOf)}
        onDate={(date) => onChange({ date })}
        onPeriod={(from, to) => onChange({ from, to })}
        over={(area) => (
          <>
            {baseline && <BaselineBars area={area} places={places} stages={baseline.stages} />}
            <MilestoneMark area={area} picture={picture} asOf={facts.asOf} edge="top" />
          </>
        )}
        note={`Drag across the chart to look at a period closely. ${milestoneNote(picture, facts.asOf, 'at the top')}${baseline === undefined ? '' : ' Dashed, below each bar: the medians of the baseline.'}`}
      />
      <StagesTable stages={shown} changes={picture.changes?.stages} asOf={facts.asOf} />
    </>
  );
}

function SiteChoice({
  sites,
  only,
  onChange,
}: Pick<ViewProps, 'onChange'> & {
  readonly sites: readonly string[];
  readonly only: string | undefined;
}): JSX.Element {
  return (
    <label>
      Site{' '}
      <select
        value={only ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ site: currentTarget.value || undefined, from: undefined, to: undefined })
        }
      >
        <option value="">all</option>
        {sites.map((site) => (
          <option key={site} value={site}>
            {site}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The date that is read, else the nearest that is shown. */
function withinPeriod(date: string, { from, to }: Period): string {
  return date < from ? from : date > to ? to : date;
}

function daysOf({ from, to }: Period): string[] {
  const days: string[] = [];
  for (let day = epochDay(from); day <= epochDay(to); day++) days.push(dateOfEpochDay(day));
  return days;
}

interface PeriodProps {
  readonly period: Period;
  readonly whole: Period;
  readonly onPeriod: (part: { from: string | undefined; to: string | undefined }) => void;
}

/** Closer, farther, earlier, later, and all of it. */
function PeriodButtons({ period, whole, onPeriod }: PeriodProps): JSX.Element {
  const isWhole = period.from === whole.from && period.to === whole.to;
  const go = (next: Period): void =>
    onPeriod(
      next.from <= whole.from && next.to >= whole.to ? { from: undefined, to: undefined } : { ...next },
    );
  const steps = [
    { name: 'Closer', by: { size: 0.5, shift: 0 }, isOff: false },
    { name: 'Farther', by: { size: 2, shift: 0 }, isOff: isWhole },
    { name: 'Earlier', by: { size: 1, shift: -0.5 }, isOff: period.from <= whole.from },
    { name: 'Later', by: { size: 1, shift: 0.5 }, isOff: period.to >= whole.to },
  ];
  return (
    <span class="files" role="group" aria-label="Period that is shown">
      {steps.map(({ name, by, isOff }) => (
        <button key={name} type="button" disabled={isOff} onClick={() => go(periodAround(period, whole, by))}>
          {name}
        </button>
      ))}
      <button type="button" disabled={isWhole} onClick={() => onPeriod({ from: undefined, to: undefined })}>
        All
      </button>
    </span>
  );
}

/** The stages that are under way at the end of a date in the median. */
function underWay(stages: readonly StageRow[], date: string): string {
  const names = stages
    .filter(
      ({ start, finish }) => start.p50 !== undefined && start.p50 <= date && (finish.p50 ?? '9999') > date,
    )
    .map(({ site, stage }) => `${site} ${stage}`);
  return `${dateText(date)}: under way by their median dates ${names.length === 0 ? 'is no stage' : `are ${names.join(', ')}`}`;
}

function stageText(row: StageRow | undefined, asOf: string | undefined): string | undefined {
  if (row === undefined) return undefined;
  const edge = (dates: StageRow['start']): string => {
    const { p10, p50, p90 } = dates;
    if (p50 === undefined && p10 === undefined) return 'after the horizon';
    const [from, half, to] = [p10, p50, p90].map((date) => edgeText(dates, date, asOf));
    return `${half} (P10 to P90 ${from} to ${to})`;
  };
  return `${row.site}, ${row.stage}: starts ${edge(row.start)}, finishes ${edge(row.finish)}`;
}

/** Thin dashed lines from median to median of the baseline, below the bars of the same stages. */
function BaselineBars({
  area,
  places,
  stages,
}: {
  area: PlotArea;
  places: ReturnType<typeof ganttPlaces>;
  stages: readonly StageRow[];
}): JSX.Element {
  const [first, last] = [area.first, area.last].map((date) => date.toISOString().slice(0, 10));
  return (
    <>
      {places.flatMap(({ site, name, bottom }) => {
        const row = stages.find((stage) => stage.site === site && stage.stage === name);
        const from = row?.start.p50;
        if (from === undefined || from > last! || (row!.finish.p50 ?? last!) < first!) return [];
        const y = area.top + bottom - 3;
        const to = row!.finish.p50 === undefined ? area.right : placeOf(area, row!.finish.p50);
        return [
          <polyline
            key={`${site} ${name}`}
            class="baseline"
            points={`${placeOf(area, from)},${y} ${to},${y}`}
          />,
        ];
      })}
    </>
  );
}
