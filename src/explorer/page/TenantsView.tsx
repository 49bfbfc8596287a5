import type { JSX } from 'preact';
import { ownersChart } from '../../plot/index.ts';
import { compactText } from '../../plot/numberText.ts';
import type { Fleet } from '../picture.ts';
import { againstBaseline } from './changeWords.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { MedianLine } from './MedianLine.tsx';
import { MilestoneMark, milestoneNote } from './MilestoneMark.tsx';
import { readDate } from './readDate.ts';
import type { ViewProps } from './viewProps.ts';
import { bandWords, dateText, pastOf } from './words.ts';

/** Fleets over time: of each tenant, and where the scenario says so of each provider. */
export function TenantsView(props: ViewProps): JSX.Element {
  const { fleets } = props.picture.now;
  if (fleets.length === 0)
    return <p class="quiet">The scenario has one tenant, whose GPUs are those in service.</p>;
  const kinds = [...new Set(fleets.map(({ by }) => by))];
  return (
    <>
      {kinds.map((by) => (
        <Fleets key={by} {...props} by={by} fleets={fleets.filter((fleet) => fleet.by === by)} />
      ))}
    </>
  );
}

function Fleets({
  by,
  fleets,
  picture,
  state,
  facts,
  onChange,
}: ViewProps & { by: string; fleets: readonly Fleet[] }): JSX.Element {
  const { baseline, changes } = picture;
  const read = (date: string): string => {
    const each = fleets.map(({ column, name, fan }) => {
      const old = baseline?.fleets.find((fleet) => fleet.column === column);
      const own = changes?.fleets.find((fleet) => fleet.column === column);
      const before = old && bandWords(old.fan, date, compactText);
      const what = { date, what: 'difference of the means', text: compactText };
      return `${name}: ${bandWords(fan, date, compactText)}${againstBaseline(before, own?.changes, what)}`;
    });
    // A line each: side by side nobody finds one of nine.
    return [`${dateText(date)}:`, ...each].join('\n');
  };
  return (
    <ChartFigure
      name={`fleets-by-${by.replaceAll(' ', '-')}`}
      of={[picture, by]}
      draw={(settings) => ownersChart({ ...settings, ...pastOf(facts), fleets })}
      dates={fleets[0]!.fan.map(({ date }) => date)}
      date={readDate(state, picture, facts)}
      read={read}
      onDate={(date) => onChange({ date })}
      over={(area) => (
        <>
          {baseline?.fleets
            .filter((fleet) => fleet.by === by)
            .map(({ name, fan }) => (
              <MedianLine key={name} area={area} bands={fan} />
            ))}
          <MilestoneMark area={area} picture={picture} asOf={facts.asOf} />
        </>
      )}
      note={`GPUs in service by ${by}. ${milestoneNote(picture, facts.asOf)}${baseline === undefined ? '' : ' Dashed: medians of the baseline.'}`}
    />
  );
}
