import type { SiteState } from '../deployment/site.ts';
import { series, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';
import { levels, levelsIn, type Curve } from './curve.ts';
import type { ProviderTally } from './providerTally.ts';

/** The series of every site, in MW of facility power. */
const SERIES: readonly {
  readonly measure: string;
  readonly description: string;
  readonly read: (tally: ProviderTally, site: SiteState) => Float64Array;
}[] = [
  {
    measure: 'energized_mw',
    description: 'power energized',
    read: ({ energizedMegawatts }, { index }) => levels(energizedMegawatts[index]!),
  },
  {
    measure: 'ready_mw',
    description: 'power of ready positions',
    read: ({ ready }, site) => megawatts(ready[site.index]!, site),
  },
  {
    measure: 'filled_mw',
    description: 'power of positions that have a rack',
    read: ({ filled }, site) => megawatts(filled[site.index]!, site),
  },
  {
    measure: 'serving_mw',
    description: 'power of racks in service',
    read: ({ serving }, site) => megawatts(serving[site.index]!, site),
  },
];

/** Power of every site by date. */
export function siteOutputs({ sites }: Pick<RolloutScenario, 'sites'>): RolloutOutput[] {
  return sites.flatMap(({ name }, index) =>
    SERIES.map(({ measure, description, read }) =>
      series(
        { table: 'sites', name: `${measure}:${name}`, unit: 'MW', measure, key: { site: name }, description },
        ({ floor, providers }) => {
          const site = floor.sites[index]!;
          return read(providers[site.provider]!.tally, site);
        },
      ),
    ),
  );
}

function megawatts(positions: Curve, { layout }: SiteState): Float64Array {
  return levelsIn(positions, { times: layout.kilowattsPerRack, over: 1000 });
}
