import type { Stage, Warning } from '../../../src/scenario/index.ts';
import type { Path } from '../refuse.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import { buildingPairs, stagePairs, type PlacedStage, type StagePair } from '../sites/stagePairs.ts';

/**
 * Warns of a stage whose dates say that it began before what it needs was over: the model begins it when that is, and
 * so on another day than the stated one. Such dates may be what happened, where works overlap, and so are not refused.
 */
export function warnOfStagesOutOfOrder(scenario: RolloutScenario): Warning[] {
  const clashes = stagePairs(scenario)
    .flatMap((pair) => outOfOrder(scenario, pair))
    .sort((a, b) => b.needed.localeCompare(a.needed))
    .map(({ warning }) => warning);
  return onceEach([...clashes, ...startsBefore(scenario)]);
}

/** The first of each place: of all that a stage needs, what came last says most. Halls may share a stage. */
function onceEach(warnings: readonly Warning[]): Warning[] {
  const places = warnings.map(({ path }) => JSON.stringify(path));
  return warnings.filter((_, index) => places.indexOf(places[index]!) === index);
}

/** A warning of two stages whose dates do not go together, and the day of the one that is needed. */
interface Clash {
  readonly needed: string;
  readonly warning: Warning;
}

function outOfOrder(scenario: RolloutScenario, { before, after, overlaps = false }: StagePair): Clash[] {
  const [first, second] = [edgesOf(before.stage), edgesOf(after.stage)];
  // Of two that overlap, the one begins and ends after the other begins and ends.
  const [clash] = (
    overlaps
      ? ([
          [first.underWay, second.underWay],
          [first.ended, second.ended],
        ] as const)
      : ([[first.ended ?? first.underWay, second.underWay]] as const)
  ).flatMap(([need, own]) =>
    need !== undefined && own !== undefined && need.day > own.day ? [{ need, own }] : [],
  );
  if (clash === undefined) return [];
  const { need, own } = clash;
  const must = overlaps && need.verb === 'began' ? 'begun' : 'finished';
  return [
    {
      needed: need.day,
      warning: {
        path: [...placeOf(scenario, after), own.key],
        because: [[...placeOf(scenario, before), need.key]],
        message: `${after.name} ${own.verb} on ${own.day}, and ${before.name}, which has to have ${must} before, ${need.verb} on ${need.day}: the model cannot keep both dates`,
      },
    },
  ];
}

/** A day on which a stage was under way, and that on which it was over, as they are stated. */
function edgesOf({ started, finished }: Pick<Stage, 'started' | 'finished'>): {
  underWay: Edge | undefined;
  ended: Edge | undefined;
} {
  const ended =
    finished === undefined ? undefined : ({ key: 'finished', verb: 'finished', day: finished } as const);
  const underWay = started === undefined ? ended : ({ key: 'started', verb: 'began', day: started } as const);
  return { underWay, ended };
}

interface Edge {
  readonly key: 'started' | 'finished';
  readonly verb: 'began' | 'finished';
  readonly day: string;
}

/** Where a stage is stated: the nearest place that has it. */
function placeOf(scenario: RolloutScenario, { stage, places }: PlacedStage): readonly (string | number)[] {
  return places.find((place) => valueAt(scenario, place) === stage) ?? places[0]!;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
    value,
  );
}

/** A study before power was asked for, and a building before its site begins, where nothing says that it did. */
function startsBefore(scenario: RolloutScenario): Warning[] {
  return scenario.sites.flatMap((site, index): Warning[] => {
    if (site.kind !== 'dedicated') return [];
    const { connection } = site.power;
    const path = ['sites', index];
    const { underWay } = edgesOf(connection?.study ?? {});
    const study =
      connection === undefined || underWay === undefined || underWay.day >= connection.requested
        ? []
        : [
            {
              path: [...path, 'power', 'connection', 'study', underWay.key],
              because: [[...path, 'power', 'connection', 'requested']],
              message: `the study ${underWay.verb} on ${underWay.day}, and power was requested on ${connection.requested}: the model cannot keep both dates`,
            },
          ];
    return [...study, ...beforeStart(scenario, site, path)];
  });
}

function beforeStart(scenario: RolloutScenario, site: DedicatedSite, path: Path): Warning[] {
  return buildingPairs(scenario, site, path).flatMap(({ before, after }) => {
    const { underWay } = edgesOf(after.stage);
    const isSaid = before.name !== 'site preparation' || edgesOf(before.stage).underWay !== undefined;
    if (isSaid || underWay === undefined || underWay.day >= site.start) return [];
    return [
      {
        path: [...placeOf(scenario, after), underWay.key],
        because: [[...path, 'start']],
        message: `${after.name} ${underWay.verb} on ${underWay.day}, and the site begins on ${site.start} with clearing its land: say when site preparation was, or begin earlier`,
      },
    ];
  });
}
