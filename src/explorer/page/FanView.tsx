import type { JSX } from 'preact';
import { isPastDue } from '../../answer/pastDue.ts';
import { fanChart, type PlotArea } from '../../plot/index.ts';
import { compactText } from '../../plot/numberText.ts';
import type { Band, Line } from '../picture.ts';
import { againstBaseline } from './changeWords.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { MedianLine } from './MedianLine.tsx';
import { MilestoneMark, milestoneNote } from './MilestoneMark.tsx';
import { pointsOf } from './plotPlaces.ts';
import { DrivingPath } from './DrivingPath.tsx';
import { readDate } from './readDate.ts';
import type { ViewProps } from './viewProps.ts';
import { bandText, bandWords, dateText, pastOf } from './words.ts';

/** GPUs in service over time, with single replications on top: one of them that is picked tells its driving path. */
export function FanView({ picture, state, facts, said, onChange }: ViewProps): JSX.Element {
  const { now, baseline, milestone, lines } = picture;
  if (now.fan.length === 0) return <p class="quiet">The scenario has no GPUs over time.</p>;
  const date = readDate(state, picture, facts);
  const { replication } = state;
  const target =
    milestone?.due === undefined || isPastDue(milestone, facts.asOf)
      ? undefined
      : { date: milestone.due, gpus: now.asked, probability: now.probability };
  const read = (at: string): string => {
    const before = baseline && bandWords(baseline.fan, at, compactText);
    const what = { date: at, what: 'difference of the means', text: compactText };
    return `${bandText(now.fan, at, compactText)}${againstBaseline(before, picture.changes?.fan, what)}`;
  };
  return (
    <>
      <ChartFigure
        name="fan"
        of={[picture]}
        draw={(settings) => fanChart({ ...settings, ...pastOf(facts), fan: now.fan, target })}
        dates={now.fan.map((band) => band.date)}
        date={date}
        read={read}
        onDate={(next) => onChange({ date: next })}
        over={(area) => (
          <>
            {baseline && <MedianLine area={area} bands={baseline.fan} />}
            <MilestoneMark area={area} picture={picture} asOf={facts.asOf} />
            {lines.map((line) => (
              <RunLine
                key={line.replication}
                line={line}
                area={area}
                fan={now.fan}
                isPicked={line.replication === replication}
                onPick={() => onChange({ replication: line.replication })}
              />
            ))}
          </>
        )}
        note={`Thin lines: the ${picture.effective === undefined ? 'first ' : ''}${lines.length} replications${picture.effective === undefined ? '' : ' that agree best with what was observed'}; click one for its driving path. ${milestoneNote(picture, facts.asOf)}${baseline === undefined ? '' : ' Dashed: median of the baseline.'}`}
      />
      <label>
        Driving path of replication{' '}
        <select
          value={replication === undefined ? '' : String(replication)}
          onChange={({ currentTarget }) =>
            onChange({ replication: currentTarget.value === '' ? undefined : Number(currentTarget.value) })
          }
        >
          <option value="">none</option>
          {replication !== undefined && !lines.some((line) => line.replication === replication) && (
            <option value={String(replication)}>{replication}</option>
          )}
          {lines.map((line) => (
            <option key={line.replication} value={String(line.replication)}>
              {line.replication}: {dateText(line.date)}
            </option>
          ))}
        </select>
      </label>
      {replication !== undefined && (
        <DrivingPath path={said.path} replication={replication} milestone={milestone} facts={facts} />
      )}
    </>
  );
}

interface RunLineProps {
  readonly line: Line;
  readonly area: PlotArea;
  readonly fan: readonly Band[];
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

function RunLine({ line, area, fan, isPicked, onPick }: RunLineProps): JSX.Element {
  const points = pointsOf(area, fan, (_, index) => line.values[index]);
  return (
    <g class={isPicked ? 'run picked' : 'run'} onClick={onPick}>
      <polyline class="reach" points={points} />
      <polyline class="thin" points={points} />
    </g>
  );
}
