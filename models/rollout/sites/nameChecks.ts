import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario, Site } from '../scenario.ts';

// What moves the trades of all sites is drawn under this name.
const ALL_REGIONS = 'all regions';

/**
 * Refuses names of sites and halls that stand for something else as well.
 *
 * A hall goes by the names of its site and its own, and what is given up with a site is found by such names: hall "b
 * c" of site "a" and hall "c" of site "a b" would be one.
 */
export function checkSiteNames({ sites }: RolloutScenario, refuse: Refuse): void {
  const seen = new Map<string, Path>();
  const take = (name: string, path: Path): void => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, path);
    else refuse(path, `expected names that differ when read after their site's, got "${name}" again`, first);
  };
  sites.forEach((site, index) => {
    const path: Path = ['sites', index];
    if (site.name === ALL_REGIONS)
      refuse([...path, 'name'], `expected another name than "${ALL_REGIONS}", which stands for all sites`);
    take(site.name, [...path, 'name']);
    for (const [name, own] of partsOf(site)) take(`${site.name} ${name}`, [...path, ...own, 'name']);
  });
}

function partsOf(site: Site): [name: string, path: Path][] {
  if (site.kind !== 'dedicated' && site.kind !== 'retrofit') return [];
  const halls = site.halls.map(({ name }, index): [string, Path] => [name, ['halls', index]]);
  return site.kind === 'retrofit' ? halls : [['substation', []], ['bridging', []], ...halls];
}
