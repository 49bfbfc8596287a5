import { countText, roundedText } from '../../../src/wording/index.ts';
import type { DescribedLine } from '../../../src/experiment/model.ts';
import type { RolloutScenario } from '../scenario.ts';
import { daysText, rangeText } from './rangeText.ts';

/** Who installs racks; nothing where every site is a flow that states the time to install, which no crew does. */
export function crewsDescribed({ deployment, sites }: RolloutScenario): DescribedLine[] {
  const { crews, racksPerDay, travelling, crewPolicy } = deployment;
  const usesCrews = sites.some((site) => site.kind !== 'flow' || site.crews !== undefined);
  if (!usesCrews) return [];
  const atCampus = sites.some(({ kind }) => kind !== 'flow');
  const count = atCampus ? `${roundedText(crews)} at each campus` : 'as many as each flow has';
  const pool = travelling === undefined ? '' : `, and ${countText(travelling.crews, 'travelling crew')}`;
  return [
    { what: 'crews', text: `${count}${pool}, each installing ${rangeText(racksPerDay)} racks a day` },
    ...(crewPolicy === undefined
      ? []
      : [
          {
            what: 'more crews',
            text: `one is ${crewPolicy.kind === 'add' ? 'added' : 'moved'} where more than ${daysText(crewPolicy.queue)} of work wait, up to ${roundedText(crewPolicy.perSite)} at a campus; it begins ${rangeText(crewPolicy.lag, { text: daysText })} after the call`,
          },
        ]),
  ];
}
