import type { Path, Refuse } from '../refuse.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import { CONTRACT_BLOCKS } from './blocks.ts';
import { firmMegawatts } from './firm.ts';

/**
 * Refuses power that cannot be: no source, halls above what the site can have, orders and utilities that do not fit.
 */
export function checkPower(scenario: RolloutScenario, refuse: Refuse): void {
  checkPools(scenario, refuse);
  scenario.sites.forEach((site, index) => {
    if (site.kind !== 'dedicated') return;
    const path = ['sites', index];
    checkSupply(scenario, site, path, refuse);
    checkConnection(scenario, site, [...path, 'power'], refuse);
    checkBridging(site, [...path, 'power'], refuse);
    checkDowngrades(site, [...path, 'power'], refuse);
  });
}

/** Megawatts that a site has at full build: its substation, and bridging that stays for good and may serve. */
function megawattsAtFullBuild({ construction }: RolloutScenario, { power }: DedicatedSite): number {
  const firm = firmMegawatts(power, power.units);
  if ((power.temporaryPower ?? construction.temporaryPower) !== 'service') return firm;
  return (power.bridging ?? [])
    .filter(({ life }) => life === undefined)
    .reduce((sum, source) => sum + source.power, firm);
}

function checkSupply(scenario: RolloutScenario, site: DedicatedSite, path: Path, refuse: Refuse): void {
  const { power } = site;
  const most = megawattsAtFullBuild(scenario, site);
  const halls = site.halls.reduce((sum, hall) => sum + hall.power, 0);
  if (power.units === 0 && power.bridging === undefined)
    refuse([...path, 'power'], 'expected a power source, a substation of units or bridging, got none');
  else if (halls > most + 1e-9)
    refuse(
      [...path, 'halls'],
      `expected halls of at most ${round(most)} MW, the site's ${power.energize === 'firm' ? 'firm ' : ''}power at full build, got ${round(halls)} MW`,
    );
  const known = power.orders?.length ?? power.units;
  if (known !== power.units)
    refuse([...path, 'power', 'orders'], `expected ${power.units} orders, one a unit, got ${known}`);
}

function checkConnection(
  { construction }: RolloutScenario,
  { power }: DedicatedSite,
  path: Path,
  refuse: Refuse,
): void {
  const { connection } = power;
  if (connection === undefined) {
    if (power.orderAt === 'agreement')
      refuse(
        [...path, 'orderAt'],
        'expected "concept" or "design" at a site without a connection, got "agreement"',
      );
    return;
  }
  const utility = construction.connections?.find(({ name }) => name === connection.utility);
  if (utility === undefined) {
    const names = construction.connections?.map(({ name }) => name).join(', ') ?? '';
    refuse(
      [...path, 'connection', 'utility'],
      `expected one of construction.connections (${names}), got "${connection.utility}"`,
    );
    return;
  }
  const whole = connection.requestToService ?? utility.requestToService;
  if (whole === undefined) return;
  if ((connection.service ?? utility.service) !== undefined)
    refuse([...path, 'connection'], 'expected service or requestToService, got both');
  const { upgradeProbability } = power;
  if (upgradeProbability.kind !== 'constant' || upgradeProbability.value !== 0)
    refuse(
      [...path, 'upgradeProbability'],
      'expected 0 % beside requestToService, which holds the upgrade already, got a chance of one',
    );
}

function checkBridging({ power }: DedicatedSite, path: Path, refuse: Refuse): void {
  power.bridging?.forEach(({ kind, permit, exemption }, index) => {
    const own = [...path, 'bridging', index];
    if (kind === 'batteries' && permit !== undefined)
      refuse([...own, 'permit'], 'expected no air permit for batteries, which burn nothing, got one');
    if (exemption !== undefined && permit === undefined)
      refuse([...own, 'exemption'], 'expected a permit that the exemption goes before, got none');
  });
}

function checkDowngrades({ power }: DedicatedSite, path: Path, refuse: Refuse): void {
  power.downgrades?.forEach(({ name, from, to }, index) => {
    const own = [...path, 'downgrades', index];
    if (name === CONTRACT_BLOCKS)
      refuse([...own, 'name'], `expected another name than that of the site's own bound, got "${name}"`);
    if (to !== undefined && to < from) refuse([...own, 'to'], `expected a date from ${from} on, got ${to}`);
  });
}

function checkPools({ construction }: RolloutScenario, refuse: Refuse): void {
  const pools = ['construction', 'transformer', 'pools'];
  const seen = new Map<string, number>();
  construction.transformer.pools?.forEach(({ owner, regime }, index) => {
    const key = `${regime} units of the ${owner}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else refuse([...pools, index], `expected one pool of ${key}, got a second`, [...pools, first]);
  });
}

function round(megawatts: number): number {
  return Math.round(megawatts * 1000) / 1000;
}
