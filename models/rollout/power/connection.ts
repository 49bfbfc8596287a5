import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { Distribution, Stream } from '../../../src/random/index.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';
import { openBlocks } from './blocks.ts';
import type { PowerAccount } from './account.ts';

/** What a substation waits for on the utility's side. */
export interface Connection {
  /** The agreement is signed: ground may be broken and, by policy, equipment ordered. */
  readonly signed: Signal;
  /** The utility can serve the site. */
  readonly served: Signal;
}

/**
 * Takes a site through its utility: study → agreement → service, leaving the queue at each with its own probability.
 *
 * A request-to-service figure runs from the request and covers study and agreement; service never comes before the agreement.
 *
 * @param options.withdraw called when the site leaves the queue; nothing more comes of it
 * @returns undefined for a site that asks for no connection
 */
export function startConnection(
  world: World,
  site: DedicatedSite,
  options: { entity: number; account: PowerAccount; withdraw: () => void },
): Connection | undefined {
  const request = site.power.connection;
  if (request === undefined) return undefined;
  const { simulation } = world;
  const utility = world.scenario.construction.connections!.find(({ name }) => name === request.utility)!;
  const plan = planOf(utility, request);
  const draws = world.streams.open('connection', site.name, 'grid');
  const signed = simulation.signal(`${site.name} agreement signed`);
  const served = simulation.signal(`${site.name} grid service`);
  if (plan.blocks !== undefined) openBlocks(world, site, { blocks: plan.blocks, served, ...options });
  simulation.process(
    `${site.name} connection`,
    () => connect(world, { plan, draws, signed, served, withdraw: options.withdraw }),
    {
      entity: options.entity,
      delay: world.dayOf(request.requested) - simulation.now,
      delayLabel: world.label('planned start'),
    },
  );
  return { signed, served };
}

type ConnectionPlan = NonNullable<RolloutScenario['construction']['connections']>[number];

function* connect(
  world: World,
  options: { plan: ConnectionPlan; draws: Stream; withdraw: () => void } & Connection,
): Generator<Command, void, unknown> {
  const { plan, draws, signed, served, withdraw } = options;
  const { simulation } = world;
  const leaves = (probability: Distribution | undefined, serial: number): boolean =>
    probability !== undefined && draws.chance(draws.draw(probability, serial, 1), serial);
  const requested = simulation.now;
  const whole =
    plan.requestToService === undefined
      ? 0
      : stageDays(world, plan.requestToService, { draws, serial: WHOLE });
  const study = stageDays(world, plan.study, { draws, serial: STUDY });
  if (study > 0) yield world.activity('connection study').lasting(study);
  if (leaves(plan.dropout?.study, LEAVES)) return withdraw();
  const agreement = stageDays(world, plan.agreement, { draws, serial: AGREEMENT });
  if (agreement > 0) yield world.activity('connection agreement').lasting(agreement);
  if (leaves(plan.dropout?.agreement, LEAVES + 1)) return withdraw();
  signed.fire();
  const own = plan.service === undefined ? 0 : stageDays(world, plan.service, { draws, serial: SERVICE });
  const service = Math.max(own, requested + whole - simulation.now);
  if (leaves(plan.dropout?.contract, LEAVES + 2)) {
    const part = draws.uniform(LEAVES + 3);
    if (service > 0) yield world.activity('grid connection').lasting(service * part);
    return withdraw();
  }
  if (service > 0) yield world.activity('grid connection').lasting(service);
  served.fire();
}

// Serials of the site's draws.
const STUDY = 0;
const AGREEMENT = 1;
const SERVICE = 2;
const WHOLE = 3;
const LEAVES = 4;
