import type { Distribution } from '../../../src/random/index.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';
import { isEquipment, type ProcuredClass, type Regime, type SecuredClass } from './classes.ts';

/** The regime under which a site buys a class of long-lead goods. */
export function regimeOf(
  { construction }: Pick<RolloutScenario, 'construction'>,
  { procurement, power }: Pick<DedicatedSite, 'procurement' | 'power'>,
  of: ProcuredClass,
): Regime {
  return (
    procurement?.[of] ?? (isEquipment(of) ? power.regime : (construction.procurement?.[of]?.regime ?? 'open'))
  );
}

const IN_STORE: Distribution = { kind: 'constant', value: 0 };

/** Order to delivery of what is reserved or held; each class and regime draws under an address of its own. */
export function securedDays(
  world: World,
  site: Pick<DedicatedSite, 'name'>,
  options: { of: SecuredClass; regime: 'reserved' | 'held'; serial: number },
): number {
  const { of, regime, serial } = options;
  const duration = world.scenario.construction.procurement?.[of]?.[regime] ?? IN_STORE;
  return stageDays(
    world,
    { duration },
    {
      draws: world.streams.open(CAUSE_OF[of], site.name, `${of} ${regime} lead time`),
      serial,
      driver: {
        normal: world.drivers.vendor(VENDORS_OF[of]),
        correlation: world.drivers.correlations.vendorClass,
      },
    },
  );
}

const CAUSE_OF = {
  generators: 'connection',
  cooling: 'cooling',
  switches: 'network',
  optics: 'network',
  storage: 'network',
} as const satisfies Record<SecuredClass, string>;

// The makers that the class's open lead times move with.
const VENDORS_OF = {
  generators: 'bridging',
  cooling: 'cooling',
  switches: 'network',
  optics: 'network',
  storage: 'storage',
} as const satisfies Record<SecuredClass, string>;
