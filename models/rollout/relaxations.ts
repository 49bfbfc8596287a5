import type { Relaxation } from '../../src/design/index.ts';
import { quantile, type Distribution } from '../../src/random/index.ts';
import { dateOfDay, dayNumber } from './calendars.ts';
import type { RolloutScenario } from './scenario.ts';
import { ORDER_ITEMS, type OrderItem } from './sites/orderItems.ts';

const MONTH_DAYS = 30;
const TENTH_MORE = 1.1;
const TENTH_LESS = 0.9;

/**
 * The usual step for each constraint of a scenario: a month earlier, a tenth more, or removed.
 *
 * Only steps that the scenario can make are there: no outage windows to remove where there are none, no share of 100 % to raise. A
 * range is scaled as a whole; one that is neither a constant nor low / mode / high is left out.
 */
export function relaxations(scenario: RolloutScenario): Relaxation[] {
  return [
    ...chips(scenario),
    ...orders(scenario),
    ...sites(scenario),
    ...work(scenario),
    ...policies(scenario),
  ];
}

function chips({ chips: { tenantCap, providerShare } }: RolloutScenario): Relaxation[] {
  return [
    ...scaled("a tenth more of the provider's intake", 'chips.tenantCap', tenantCap, TENTH_MORE, { max: 1 }),
    ...scaled("a tenth more of the vendor's output", 'chips.providerShare', providerShare, TENTH_MORE, {
      max: 1,
    }),
  ];
}

const ITEM_NAMES: Readonly<Record<OrderItem, string>> = {
  transformers: 'transformers',
  hvBreakers: 'HV breakers',
  mvSwitchgear: 'MV switchgear',
  relays: 'relays',
  cooling: 'cooling plant',
  network: 'switches and optics',
  storage: 'storage',
};

/** The long-lead items that a scenario orders. */
export function orderedItems({ construction, sites: all }: RolloutScenario): OrderItem[] {
  const { equipment, network } = construction;
  if (!all.some(({ kind }) => kind === 'dedicated')) return [];
  return ORDER_ITEMS.filter((item) => {
    if (item === 'storage') return network.storageLeadTime !== undefined;
    if (item === 'hvBreakers' || item === 'mvSwitchgear' || item === 'relays')
      return equipment?.[item] !== undefined;
    return true;
  });
}

function orders(scenario: RolloutScenario): Relaxation[] {
  return orderedItems(scenario).map((item) => {
    const now = scenario.construction.orderShift?.[item] ?? 0;
    return {
      name: `${ITEM_NAMES[item]} ordered a month earlier`,
      settings: { [`construction.orderShift.${item}`]: `${now - MONTH_DAYS} days` },
    };
  });
}

function sites({ start, sites: all }: RolloutScenario): Relaxation[] {
  const dedicated = all.filter(({ kind }) => kind === 'dedicated');
  const ready = all.filter((site) => site.kind === 'ready');
  const earlier = dedicated.map((site) => {
    const day = dayNumber(start, (site as { start: string }).start);
    return [`sites.${site.name}.start`, dateOfDay(start, day - MONTH_DAYS)];
  });
  const flow = ready.flatMap((site) => [
    ...scaled('', `sites.${site.name}.monthly`, site.monthly, TENTH_MORE, { unit: 'MW/month' }),
    ...scaled('', `sites.${site.name}.ceiling`, site.ceiling, TENTH_MORE, { unit: 'MW' }),
  ]);
  return [
    ...(earlier.length === 0
      ? []
      : [{ name: 'dedicated sites a month earlier', settings: Object.fromEntries(earlier) }]),
    ...(flow.length === 0
      ? []
      : [
          {
            name: 'a tenth more existing halls',
            settings: Object.assign({}, ...flow.map(({ settings }) => settings)) as Relaxation['settings'],
          },
        ]),
  ];
}

function work({ provider, construction, deployment, calendars }: RolloutScenario): Relaxation[] {
  const windows = calendars.outages === 'in-windows';
  return [
    ...scaled('construction a tenth faster', 'provider.pace', provider.pace, TENTH_LESS, {}),
    ...(windows ? [{ name: 'no outage windows', settings: { 'calendars.outages': 'any-day' } }] : []),
    {
      name: 'one more commissioning team',
      settings: { 'construction.commissioningTeams': `${construction.commissioningTeams + 1} team` },
    },
    {
      name: 'one more install crew a site',
      settings: { 'deployment.crews': `${deployment.crews + 1} crew` },
    },
    ...scaled('acceptance a tenth shorter', 'deployment.acceptance', deployment.acceptance, TENTH_LESS, {
      unit: 'days',
    }),
  ];
}

function policies({ policies: { order, divert } }: RolloutScenario): Relaxation[] {
  return [
    ...(order.kind === 'push'
      ? []
      : [
          {
            name: 'chips asked for a month earlier',
            settings: { 'policies.order.buffer': `${order.buffer + MONTH_DAYS} days` },
          },
        ]),
    ...(divert.kind === 'never'
      ? []
      : [{ name: 'no racks given to others', settings: { 'policies.divert.kind': 'never' } }]),
  ];
}

/** One relaxation that scales a range, or none where the range cannot be written or would not change. */
function scaled(
  name: string,
  path: string,
  range: Distribution,
  factor: number,
  { unit, max = Number.POSITIVE_INFINITY }: { unit?: string; max?: number },
): Relaxation[] {
  const values =
    range.kind === 'constant'
      ? [range.value]
      : range.kind === 'lowModeHigh'
        ? [quantile(range, 0.1), range.mode, quantile(range, 0.9)]
        : [];
  if (values.length === 0) return [];
  // Twelve digits are more than any range has, and keep rounding noise out of the settings.
  const more = values.map((value) => Number(Math.min(max, value * factor).toPrecision(12)));
  if (more.every((value, index) => value === values[index])) return [];
  return [{ name, settings: { [path]: `${more.join(' / ')}${unit === undefined ? '' : ` ${unit}`}` } }];
}
