import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { Distribution } from '../../../src/random/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import type { World } from '../world.ts';
import type { PowerAccount } from './account.ts';

/** Name of the bound that the blocks of a contract set. */
export const CONTRACT_BLOCKS = 'contract blocks';

/**
 * Lets grid power grow by the blocks of the contract: the first with service, each further one after the spacing.
 *
 * Block and spacing are one draw a site: they are terms of its contract.
 */
export function openBlocks(
  world: World,
  site: DedicatedSite,
  options: {
    blocks: { power: Distribution; spacing: Distribution };
    served: Signal;
    entity: number;
    account: PowerAccount;
  },
): void {
  const { blocks, served, account } = options;
  const megawatts = world.streams.open('connection', site.name, 'contract block').draw(blocks.power, 0);
  const spacing = world.streams.open('connection', site.name, 'block spacing').draw(blocks.spacing, 0);
  const wanted = site.halls.reduce((sum, hall) => sum + hall.power, 0);
  account.bound(CONTRACT_BLOCKS, 0);
  world.simulation.process(
    `${site.name} contract blocks`,
    () => grantBlocks(world, { megawatts, spacing, wanted, served, account }),
    { entity: options.entity },
  );
}

function* grantBlocks(
  world: World,
  options: { megawatts: number; spacing: number; wanted: number; served: Signal; account: PowerAccount },
): Generator<Command, void, unknown> {
  const { megawatts, spacing, wanted, served, account } = options;
  yield* served.wait();
  const blocksBefore = Math.ceil(wanted / megawatts) - 1;
  for (let granted = 1; granted <= blocksBefore; granted++) {
    account.bound(CONTRACT_BLOCKS, granted * megawatts);
    if (spacing > 0) yield world.activity('next contract block').lasting(spacing);
  }
  account.bound(CONTRACT_BLOCKS, Number.POSITIVE_INFINITY);
}
