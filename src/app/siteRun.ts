import {
  campusScenario,
  campus,
  timesOf,
  type SimulatedSite,
  type SiteOfRecord,
} from '../../models/calibration/index.ts';
import type { RolloutScenario } from '../../models/rollout/index.ts';
import type { ModelSource } from '../execution/index.ts';
import { basePoint, defineExperiment, type Experiment } from '../experiment/index.ts';
import type { Records } from '../record/index.ts';
import { campusTemplate, type RolloutFile } from './rolloutSites.ts';

// The compiler rewrites extensions in imports only, so the module has the extension of this file.
const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

/** The model of one campus of the record, and where threads find it. */
export const campusModel = {
  model: campus,
  source: {
    module: new URL(`../../models/calibration/campus${extension}`, import.meta.url).href,
    export: 'campus',
  } satisfies ModelSource,
};

/**
 * The sites of a table as an experiment: a point a site and kind, first of all sites as new builds, then of those of
 * another kind.
 */
export function siteExperiment(
  { sites, file, text }: RolloutFile,
  seed: string,
): Experiment<RolloutScenario> {
  const template = campusTemplate();
  return defineExperiment({
    model: campus,
    seed,
    files: [{ path: file, text }],
    points: [
      ...sites.map((site) =>
        basePoint(campusScenario(template, { ...site, kind: 'greenfield' }), newBuild(site)),
      ),
      ...sites
        .filter(({ kind }) => kind !== 'greenfield')
        .map((site) => basePoint(campusScenario(template, site), ownKind(site))),
    ],
  });
}

const newBuild = ({ name }: SiteOfRecord): string => `${name} as a new build`;
const ownKind = ({ name, kind }: SiteOfRecord): string => `${name} as ${kind}`;

/** The sites with what the records of their experiment say of them. */
export function simulatedSites(sites: readonly SiteOfRecord[], { points }: Records): SimulatedSite[] {
  const times = new Map(
    points.map(({ name, outputs: { columns }, column }) => [
      name,
      timesOf((output) => (columns.some((one) => one.name === output) ? column(output) : undefined)),
    ]),
  );
  return sites.map((site) => {
    const simulatedAsGreenfield = times.get(newBuild(site))!;
    return {
      site,
      simulatedAsGreenfield,
      simulated: site.kind === 'greenfield' ? simulatedAsGreenfield : times.get(ownKind(site))!,
    };
  });
}
