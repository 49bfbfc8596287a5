import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { Distribution, Stream } from '../../../src/random/index.ts';
import type { Stage } from '../../../src/scenario/index.ts';
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
 * A request-to-service figure runs from the request and covers study and agreement; service never comes before the
 * agreement.
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
  const drawsOf = (quantity: string): Stream => world.streams.open('connection', site.name, quantity);
  const signed = simulation.signal(`${site.name} agreement signed`);
  const served = simulation.signal(`${site.name} grid service`);
  if (plan.blocks !== undefined) openBlocks(world, site, { blocks: plan.blocks, served, ...options });
  simulation.process(
    `${site.name} connection`,
    () => connect(world, { plan, drawsOf, signed, served, withdraw: options.withdraw }),
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
  options: { plan: ConnectionPlan; drawsOf: (quantity: string) => Stream; withdraw: () => void } & Connection,
): Generator<Command, void, unknown> {
  const { plan, drawsOf, signed, served, withdraw } = options;
  const { simulation } = world;
  const leaves = (probability: Distribution | undefined, stage: string): boolean =>
    probability !== undefined &&
    drawsOf(`leaves at ${stage}`).chance(
      drawsOf(`probability of leaving at ${stage}`).draw(probability, 0),
      0,
    );
  const days = (stage: Stage, name: string): number => stageDays(world, stage, { draws: drawsOf(name) });
  const requested = simulation.now;
  const whole = plan.requestToService === undefined ? 0 : days(plan.requestToService, 'request to service');
  const study = days(plan.study, 'study');
  if (study > 0) yield world.activity('connection study').lasting(study);
  if (leaves(plan.dropout?.study, 'study')) return withdraw();
  const agreement = days(plan.agreement, 'agreement');
  if (agreement > 0) yield world.activity('connection agreement').lasting(agreement);
  if (leaves(plan.dropout?.agreement, 'agreement')) return withdraw();
  signed.fire();
  const own = plan.service === undefined ? 0 : days(plan.service, 'service');
  const service = Math.max(own, requested + whole - simulation.now);
  if (leaves(plan.dropout?.contract, 'contract')) {
    const part = drawsOf('part of service before leaving').uniform(0);
    if (service > 0) yield world.activity('grid connection').lasting(service * part);
    return withdraw();
  }
  if (service > 0) yield world.activity('grid connection').lasting(service);
  served.fire();
}
