import type { Stage } from '../../../src/scenario/index.ts';
import type { Path } from '../refuse.ts';
import type { DedicatedSite, RolloutScenario, Site } from '../scenario.ts';
import { planOf } from './planOf.ts';
import { stageInWords } from './stageInWords.ts';

/** A stage, what it is called, and where it may be stated, the nearest place first. */
export interface PlacedStage {
  readonly name: string;
  readonly stage: Stage;
  readonly places: readonly Path[];
}

/** Two stages of which one needs the other. */
export interface StagePair {
  readonly before: PlacedStage;
  readonly after: PlacedStage;
  /** Whether the other only has to have begun: the two overlap. */
  readonly overlaps?: boolean;
}

type Stages = Readonly<Record<string, unknown>>;

/** Which stage of a site needs which other, in the order of the model. */
export function stagePairs(scenario: RolloutScenario): StagePair[] {
  return [
    ...sharedPairs(scenario),
    ...scenario.sites.flatMap((site, index) => sitePairs(scenario, site, index)),
  ];
}

/** Stages that are stated for all sites. */
function sharedPairs({ construction }: RolloutScenario): StagePair[] {
  const { cooling, network, commissioning } = construction;
  return [
    ...pairsIn(
      cooling,
      ['construction', 'cooling'],
      [
        ['heatRejectionLeadTime', 'installation'],
        ['coolantDistributionLeadTime', 'installation'],
      ],
    ),
    ...pairsIn(
      network,
      ['construction', 'network'],
      [
        ['switchLeadTime', 'installation'],
        ['opticsLeadTime', 'installation'],
        ['storageLeadTime', 'storageInstallation'],
      ],
    ),
    ...pairsIn(
      commissioning,
      ['construction', 'commissioning'],
      inTurn([['l2'], ['l3'], ['flush'], ['l4l5']]),
    ),
  ];
}

function sitePairs(scenario: RolloutScenario, site: Site, index: number): StagePair[] {
  const path = ['sites', index];
  if (site.kind === 'retrofit') {
    return site.halls.flatMap((hall, place) =>
      pairsIn(hall, [...path, 'halls', place], inTurn([['retrofit'], ['flush'], ['commissioning']])),
    );
  }
  if (site.kind !== 'dedicated') return [];
  return [
    ...buildingPairs(scenario, site, path),
    ...substationPairs(scenario, site, path),
    ...connectionPairs(scenario, site, path),
  ];
}

/** Which stage of the building of a site needs which other, hall by hall. */
export function buildingPairs(
  { construction }: RolloutScenario,
  site: DedicatedSite,
  path: Path,
): StagePair[] {
  const own = {
    stages: planOf(construction.building, site.building),
    places: [
      [...path, 'building'],
      ['construction', 'building'],
    ],
  };
  return site.halls.flatMap((hall, index) => {
    const kind = hall.kind === undefined || hall.kind === 'new-build' ? undefined : hall.kind;
    const ofKind = kind === undefined ? undefined : construction.buildingKinds?.[kind];
    const ofHall = {
      stages: planOf(construction.building, ofKind, site.building, hall.building),
      places: [
        [...path, 'halls', index, 'building'],
        [...path, 'building'],
        ...(kind === undefined ? [] : [['construction', 'buildingKinds', kind]]),
        ['construction', 'building'],
      ],
    };
    const [shell, fitOut] = [placed(ofHall, 'shell'), placed(ofHall, 'fitOut')];
    const ground = [placed(own, 'sitePreparation'), placed(own, 'permits')];
    return [
      ...ground.flatMap((before) => [...paired(before, shell), ...paired(before, fitOut)]),
      ...paired(shell, fitOut, true),
    ];
  });
}

function substationPairs(
  { construction }: RolloutScenario,
  { power }: DedicatedSite,
  path: Path,
): StagePair[] {
  const own = {
    stages: planOf(construction.substation, power.stages),
    places: [
      [...path, 'power', 'stages'],
      ['construction', 'substation'],
    ],
  };
  const named = (name: string): PlacedStage | undefined => placed(own, name);
  const orders = placedOrders(power, path);
  const ordered = power.orderAt === 'design' ? 'design' : 'concept';
  return [
    ...inTurn([['concept'], ['design', 'permits'], ['civil'], ['steel'], ['checkout']]).flatMap(
      ([before, after]) => paired(named(before), named(after)),
    ),
    ...['concept', 'design', 'permits', 'civil'].flatMap((before) =>
      paired(named(before), named('dressOut')),
    ),
    ...paired(named('dressOut'), named('checkout'), true),
    ...orders.flatMap((order) => paired(named(ordered), order)),
    // Transformers are dressed out one by one as they come: a single one is one that has come.
    ...(orders.length === 1 ? paired(orders[0], named('dressOut')) : []),
  ];
}

function placedOrders({ orders = [] }: DedicatedSite['power'], path: Path): PlacedStage[] {
  return orders.map((stage, index) => ({
    name: `order ${index + 1}`,
    stage,
    places: [[...path, 'power', 'orders', index]],
  }));
}

function connectionPairs(
  { construction }: RolloutScenario,
  { power }: DedicatedSite,
  path: Path,
): StagePair[] {
  const { connection } = power;
  const place = construction.connections?.findIndex(({ name }) => name === connection?.utility) ?? -1;
  if (connection === undefined || place < 0) return [];
  const own = {
    stages: planOf<object>(construction.connections![place]!, connection),
    places: [
      [...path, 'power', 'connection'],
      ['construction', 'connections', place],
    ],
  };
  const agreement = placed(own, 'agreement');
  return [
    ...paired(placed(own, 'study'), agreement),
    ...paired(agreement, placed(own, 'service')),
    ...paired(placed(own, 'study'), placed(own, 'service')),
    ...(power.orderAt === 'agreement'
      ? placedOrders(power, path).flatMap((order) => paired(agreement, order))
      : []),
    ...paired(
      agreement,
      placed(
        {
          stages: planOf(construction.substation, power.stages),
          places: [
            [...path, 'power', 'stages'],
            ['construction', 'substation'],
          ],
        },
        'civil',
      ),
    ),
  ];
}

function pairsIn(
  stages: object | undefined,
  path: Path,
  names: readonly (readonly [string, string])[],
): StagePair[] {
  if (stages === undefined) return [];
  const own = { stages, places: [path] };
  return names.flatMap(([before, after]) => paired(placed(own, before), placed(own, after)));
}

function placed(
  { stages, places }: { stages: object; places: readonly Path[] },
  name: string,
): PlacedStage | undefined {
  const stage = (stages as Stages)[name];
  if (!isStage(stage)) return undefined;
  return { name: stageInWords(name), stage, places: places.map((place) => [...place, name]) };
}

function isStage(value: unknown): value is Stage {
  return typeof value === 'object' && value !== null && 'duration' in value;
}

function paired(
  before: PlacedStage | undefined,
  after: PlacedStage | undefined,
  overlaps = false,
): StagePair[] {
  return before === undefined || after === undefined ? [] : [{ before, after, overlaps }];
}

/** Every stage of one turn before every stage of each later one: what lies between need not have dates. */
function inTurn(turns: readonly (readonly string[])[]): [string, string][] {
  return turns.flatMap((turn, place) =>
    turns
      .slice(place + 1)
      .flat()
      .flatMap((after) => turn.map((before): [string, string] => [before, after])),
  );
}
