import type { RolloutScenario, Site } from '../scenario.ts';

/** What a site takes from whoever builds it. */
type Owner = Pick<RolloutScenario['provider'], 'name' | 'pace' | 'tempo' | 'orderAhead'>;

/** The provider whose site it is: the first one where the site names none. */
export function ownerOf({ provider, providers = [] }: RolloutScenario, site: Site): Owner {
  return providers.find(({ name }) => name === site.provider) ?? provider;
}
