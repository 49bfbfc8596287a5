import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rollout, type RolloutScenario } from '../../../../models/rollout/index.ts';
import type { Activity } from '../../../../models/rollout/activities.ts';
import { stagePairs, type PlacedStage, type StagePair } from '../../../../models/rollout/sites/stagePairs.ts';
import { CauseKind, parentOf, Simulation } from '../../../../src/kernel/index.ts';
import { Streams } from '../../../../src/random/index.ts';
import { oneCampus, type Parts } from '../oneCampus.ts';
import { scenarioOf, scenarioTrees } from '../randomScenario.ts';
import { realConstruction } from '../realConstruction.ts';
import { shippedScenario } from '../shippedScenario.ts';

/** A stretch of an activity that took time. */
interface Slice {
  readonly entity: string;
  readonly from: number;
  readonly to: number;
}

/** What a stage is in the simulation, by the room and the key of its place. */
const ACTIVITIES: Readonly<Record<string, readonly Activity[]>> = {
  'cooling.heatRejectionLeadTime': ['cooling lead time'],
  'cooling.coolantDistributionLeadTime': ['cooling lead time'],
  'cooling.installation': ['cooling installation'],
  'network.switchLeadTime': ['network lead time'],
  'network.opticsLeadTime': ['network lead time', 'optics slip'],
  'network.installation': ['network installation'],
  'network.storageLeadTime': ['storage lead time'],
  'network.storageInstallation': ['storage installation'],
  'commissioning.l2': ['L2 commissioning'],
  'commissioning.l3': ['L3 commissioning'],
  'commissioning.flush': ['flush'],
  'commissioning.l4l5': ['L4/L5 commissioning'],
  'halls.retrofit': ['retrofit'],
  'halls.flush': ['flush'],
  'halls.commissioning': ['L4/L5 commissioning'],
  'building.sitePreparation': ['site preparation'],
  'building.permits': ['building permits'],
  'building.shell': ['shell', 'strip-out', 'tent'],
  'building.fitOut': ['fit-out'],
  'substation.concept': ['substation concept'],
  'substation.design': ['detailed design'],
  'substation.permits': ['permits'],
  'substation.civil': ['civil works'],
  'substation.steel': ['steel and bus'],
  'substation.dressOut': ['dress-out'],
  'substation.checkout': ['checkout'],
  orders: ['transformer lead time'],
  'connections.study': ['connection study'],
  'connections.agreement': ['connection agreement'],
  'connections.service': ['grid connection'],
};

/** The room and the key of a stage, by the last of its places, where it is stated for all. */
function keyOf({ places }: PlacedStage): string {
  const names = places.at(-1)!.filter((part) => typeof part === 'string');
  return names.at(-1) === 'orders' ? 'orders' : names.slice(-2).join('.');
}

/** Everything that took time in one replication, by activity. */
function slicesOf(scenario: RolloutScenario, replication: number): (activity: Activity) => readonly Slice[] {
  const simulation = new Simulation();
  const streams = new Streams({ seed: 'pairs' });
  streams.begin(replication);
  rollout.run(simulation, scenario, streams);
  const { causes } = simulation;
  const slices = new Map<string, Slice[]>();
  for (let event = 1; event <= simulation.recordedRows; event++) {
    const kind = causes.kind(event);
    if (kind === CauseKind.granted || kind === CauseKind.joined || causes.isExogenous(event)) continue;
    const [from, to] = [causes.time[parentOf(causes, event, 'stop')]!, causes.time[event]!];
    if (!(to > from)) continue;
    const name = simulation.labelName(causes.label(event));
    const entity = simulation.entityName(causes.entity(event));
    const own = slices.get(name);
    if (own === undefined) slices.set(name, [{ entity, from, to }]);
    else own.push({ entity, from, to });
  }
  return (activity) => slices.get(activity) ?? [];
}

/** Names of entities within which a pair holds: of each hall, or of each site with all that is its own. */
function scopesOf(scenario: RolloutScenario, { before, after }: StagePair): string[][] {
  const isOfHall = (stage: PlacedStage): boolean =>
    /^(cooling|network|commissioning|halls)\./.test(keyOf(stage));
  const shared = !before.places.some(([room]) => room === 'sites');
  const index = [...before.places, ...after.places].find(([room]) => room === 'sites')?.[1];
  const sites = shared && index === undefined ? scenario.sites : [scenario.sites[index as number]!];
  return sites.flatMap((site) => {
    if (!('halls' in site)) return [];
    const halls = site.halls.map(({ name }) => `${site.name} ${name}`);
    const own = [site.name, `${site.name} substation`];
    const isShell = [before, after].every((stage) => /^building\.(shell|fitOut)$/.test(keyOf(stage)));
    if (isOfHall(before) || isShell) return halls.map((hall) => [hall]);
    return [[...own, ...halls]];
  });
}

const label = (pair: StagePair): string =>
  `${keyOf(pair.before)} ${pair.overlaps === true ? '≤' : '→'} ${keyOf(pair.after)}`;

/** The pairs that a replication contradicts, and those that it tells anything of. */
function heldAgainst(
  slices: (activity: Activity) => readonly Slice[],
  scenario: RolloutScenario,
  pairs: readonly StagePair[],
): { contradictions: string[]; seen: string[] } {
  const of = (stage: PlacedStage, scope: readonly string[]): Slice[] =>
    ACTIVITIES[keyOf(stage)]!.flatMap((activity) =>
      slices(activity).filter(({ entity }) => scope.includes(entity)),
    );
  const contradictions: string[] = [];
  const seen: string[] = [];
  for (const pair of pairs)
    for (const scope of scopesOf(scenario, pair)) {
      const [before, after] = [of(pair.before, scope), of(pair.after, scope)];
      if (before.length === 0 || after.length === 0) continue;
      seen.push(label(pair));
      const begins = Math.min(...after.map(({ from }) => from));
      // Of two that overlap the one only has to have begun.
      const needed =
        pair.overlaps === true
          ? Math.min(...before.map(({ from }) => from))
          : Math.max(...before.map(({ to }) => to));
      if (needed > begins)
        contradictions.push(`${label(pair)} in ${scope.join()}: day ${needed} after day ${begins}`);
    }
  return { contradictions, seen };
}

/** A campus with every stage that a scenario may state, each long enough to be seen. */
function everyStage(orderAt: 'concept' | 'agreement' | 'design', units: number): RolloutScenario {
  return oneCampus((parts: Parts) => {
    realConstruction(parts);
    const { construction, site } = parts;
    construction.connections = [
      {
        name: 'u',
        study: '20 / 30 / 60 days',
        agreement: '20 / 40 / 90 days',
        service: '90 / 200 / 400 days',
      },
    ];
    site.power.connection = { utility: 'u', requested: '2026-01-01' };
    site.power.orderAt = orderAt;
    site.power.energize = 'n';
    site.power.units = `${units} unit`;
    site.power.unitRating = `${240 / units} MVA`;
    site.power.orders = Array.from({ length: units }, () => '60 / 130 / 300 days');
    construction.building.permits = '30 / 90 / 200 days';
    construction.network.storageLeadTime = '60 / 90 / 150 days';
    construction.network.storageInstallation = '10 / 20 / 30 days';
    construction.commissioning.l2 = '5 / 10 / 15 days';
  });
}

const SHIPPED = ['openai-aws-38b', 'greenfield-1gw', 'stargate-abilene', 'colossus-1', 'arms-race'];

const scenarios: readonly RolloutScenario[] = [
  ...SHIPPED.map((name) => shippedScenario(name).scenario),
  everyStage('concept', 1),
  everyStage('agreement', 1),
  everyStage('design', 2),
  ...fc.sample(scenarioTrees, { numRuns: 40, seed: 12 }).map(scenarioOf),
];

describe('which stage needs which other', () => {
  const told = new Set<string>();
  const wrong = new Set<string>();
  const reversed = new Set<string>();
  const swapped = (pairs: readonly StagePair[]): StagePair[] =>
    pairs.map(({ before, after, overlaps = false }) => ({ before: after, after: before, overlaps }));
  for (const scenario of scenarios)
    for (let replication = 0; replication < 3; replication++) {
      const slices = slicesOf(scenario, replication);
      const pairs = stagePairs(scenario);
      const { contradictions, seen } = heldAgainst(slices, scenario, pairs);
      contradictions.forEach((text) => wrong.add(text));
      seen.forEach((text) => told.add(text));
      for (const one of heldAgainst(slices, scenario, swapped(pairs)).contradictions)
        reversed.add(one.split(' in ')[0]!);
    }

  test('is what the simulation does, in shipped scenarios and random ones', () => {
    expect([...wrong]).toEqual([]);
  });

  test('is told of every pair by some replication', () => {
    const all = new Set(scenarios.flatMap((scenario) => stagePairs(scenario).map(label)));
    expect([...all].filter((pair) => !told.has(pair))).toEqual([]);
    expect(told.size).toBeGreaterThan(40);
  });

  test('would be contradicted of every pair the other way round', () => {
    const all = new Set(scenarios.flatMap((scenario) => swapped(stagePairs(scenario)).map(label)));
    expect([...all].filter((pair) => !reversed.has(pair))).toEqual([]);
  });
});
