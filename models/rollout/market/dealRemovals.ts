import type { Effect, Removal } from '../../../src/design/index.ts';
import { ownMilestoneNames } from '../milestoneNames.ts';
import type { RolloutScenario } from '../scenario.ts';
import { hasMarket, partyNames, REST_OF_WORLD } from './parties.ts';
import { dealColumn, PARTY_MEASURES, partyColumn } from './partyOutputs.ts';
import { REMOVALS } from './removalWays.ts';
import { tenantTerms } from './terms.ts';

/**
 * Every deal of a scenario as something that can be taken out, in two ways, and what it then means to each tenant: its
 * dates of numbers of GPUs, and its numbers of the whole run.
 */
export function dealRemovals(scenario: RolloutScenario): { removals: Removal[]; effects: Effect[] } {
  if (!hasMarket(scenario)) return { removals: [], effects: [] };
  const { deals = [], provider, providers = [] } = scenario;
  const [first] = partyNames(scenario);
  // With one provider there is nobody to whom a deal could go instead.
  const ways = REMOVALS.filter((way) => way === 'vanish' || providers.length > 0);
  const removals = deals
    .filter(({ removed }) => removed === undefined)
    .map((deal): Removal => ({
      name: deal.name,
      of: `${deal.tenant ?? first} with ${deal.provider ?? provider.name}`,
      buyer: deal.tenant ?? first!,
      ways: ways.map((way) => ({ name: way, settings: { [`deals.${deal.name}.removed`]: way } })),
      happens: dealColumn('signed', deal.name),
    }));
  return { removals, effects: effectsOf(scenario) };
}

function effectsOf(scenario: RolloutScenario): Effect[] {
  const tenants = tenantTerms(scenario);
  const parties = partyNames(scenario);
  return [
    ...tenants.flatMap(({ name, milestones }, index) => [
      // Parts of a contract are of another number of GPUs where its own deal is out.
      ...ownMilestoneNames({ ...milestones, fractions: [] })
        .filter((own) => own !== 'target')
        .map((own): Effect => ({
          party: parties[index]!,
          measure: own,
          output: name === '' ? own : `${name}.${own}`,
        })),
      ...PARTY_MEASURES.map(([measure, title]): Effect => ({
        party: parties[index]!,
        measure,
        title,
        output: partyColumn(measure, parties[index]!),
      })),
    ]),
    { party: REST_OF_WORLD, measure: 'racks', title: 'racks', output: partyColumn('racks', REST_OF_WORLD) },
  ];
}
