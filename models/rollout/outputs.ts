import type { Column, Outputs } from '../../src/experiment/model.ts';
import { financeColumns } from './contract/finance.ts';
import { uncertainInputs } from './inputs.ts';
import { monthEnds } from './calendars.ts';
import { tenantColumns } from './market/tenantColumns.ts';
import { milestoneNames, percent } from './milestoneNames.ts';
import { enoughFor, observedTotals } from './observed/columns.ts';
import type { RolloutScenario } from './scenario.ts';
import { attributionColumns } from './tally/attributionColumns.ts';
import { dwellColumns } from './tally/dwell.ts';
import { siteStageColumns } from './tally/siteStageColumns.ts';
import { BINDING_CLASSES, blockedName } from './tally/bindingClasses.ts';
import { SITE_SERIES, siteSeriesName } from './tally/siteSeries.ts';
import { horizonDays } from './horizon.ts';

/** Declares every column of a rollout's record. */
export function rolloutOutputs(scenario: RolloutScenario): Outputs {
  const horizon = horizonDays(scenario);
  return {
    startDate: scenario.start,
    horizonDays: horizon,
    gridDays: monthEnds(scenario.start, horizon),
    asOf: scenario.asOf,
    ...enoughFor(scenario),
    columns: [
      ...scalarColumns(scenario),
      ...milestoneColumns(scenario),
      ...shortfallColumns(milestoneNames(scenario)),
      ...attributionColumns(milestoneNames(scenario)),
      ...tenantColumns(scenario),
      ...fanColumns(),
      ...spendColumns(),
      ...financeColumns(scenario),
      ...bindingColumns(),
      ...dwellColumns(),
      ...siteColumns(scenario),
      ...siteStageColumns(scenario),
      ...observedTotals(scenario).map(({ column }) => column),
    ],
  };
}

function scalarColumns(scenario: RolloutScenario): Column[] {
  const scalar = (name: string, unit: string, description: string): Column => ({
    name,
    unit,
    kind: 'scalar',
    description,
  });
  return [
    scalar('contract_gpus', 'gpu', 'GPUs the contract buys, rounded up to whole racks'),
    ...uncertainInputs(scenario).map(({ name, unit, main }): Column => ({
      ...scalar(`input_${name}`, unit, `drawn value of the uncertain input ${name}`),
      ...(main ? { role: 'input', measure: name } : {}),
    })),
    scalar('gpus_at_target_date', 'gpu', 'GPUs in service at the end of the target date'),
    {
      ...scalar(
        'part_at_target_date',
        'share',
        "part of the target's GPUs in service at the end of its date, at most all",
      ),
      role: 'attained',
    },
    scalar('gpus_at_horizon', 'gpu', 'GPUs in service at the horizon'),
    scalar('racks_never_placed', 'rack', 'racks at the dock without a position at the horizon'),
    scalar('racks_not_delivered', 'rack', 'racks the contract still lacks at the dock at the horizon'),
    scalar('racks_not_accepted', 'rack', 'racks placed but not in service at the horizon'),
    scalar('racks_diverted', 'rack', 'racks given to others after waiting at the dock'),
    scalar('racks_reworked', 'rack', 'racks in service that failed burn-in at least once'),
    scalar('racks_dead_on_arrival', 'rack', 'racks installed that did not come up at power-on'),
    scalar('racks_to_replace', 'rack', 'racks in halls that go back, whose slots new racks take'),
    scalar('racks_waiting_for_positions', 'rack-day', 'time racks waited at the dock'),
    scalar('racks_waiting_for_crews', 'rack-day', 'time placed racks waited for their turn with a crew'),
    scalar(
      'positions_waiting_for_racks',
      'position-day',
      'time ready positions waited for the rack they got',
    ),
    scalar('position_waiting_energy', 'MW-day', 'facility power of the positions that waited for racks'),
    scalar('chips_waiting_for_halls', 'GPU-day', 'time GPUs waited at the dock'),
    scalar('chips_waiting_value', '$', 'price of the GPU-days that waited at the dock'),
    scalar(
      'halls_waiting_for_chips',
      'GPU-day',
      'time ready positions waited for the rack they got, as GPUs',
    ),
    scalar('halls_waiting_value', '$', 'price of the GPU-days that ready positions waited'),
    scalar('displaced_load', 'GPU-day', 'older GPUs out of service during retrofits'),
    scalar('displaced_power', 'MW-day', 'load out of service during retrofits'),
    scalar('gpu_days', 'GPU-day', 'GPUs in service, integrated to the horizon'),
    { ...scalar('spend_at_horizon', '$', 'spend up to the horizon'), table: 'worth' },
    scalar('spend_over_term', '$', 'spend over the term if the GPUs at the horizon stay until its end'),
    scalar('vendor_racks', 'rack', 'eligible racks the vendor finished'),
    scalar('rival_racks', 'rack', "racks of the vendor's other customers"),
    scalar('other_tenant_racks', 'rack', "the provider's racks for others"),
    scalar('tenant_racks', 'rack', "the tenant's racks, diverted ones included"),
    scalar('binding_ties', 'slot', 'slots whose rack and position came at the same instant'),
    scalar('events', 'event', 'events executed'),
  ];
}

function milestoneColumns(scenario: RolloutScenario): Column[] {
  const { milestones, target, tenants = [] } = scenario;
  return [
    ...ownMilestones({ milestones, target }, ''),
    ...tenants.flatMap((own) =>
      ownMilestones({ milestones: own.milestones ?? milestones, target: own.target ?? target }, own.name),
    ),
  ];
}

/** Milestones of one tenant; those of a further one say whose they are. */
function ownMilestones(
  { milestones, target }: Pick<RolloutScenario, 'milestones' | 'target'>,
  tenant: string,
): Column[] {
  const { gpus, fractions } = milestones;
  const of = tenant === '' ? '' : ` of ${tenant}`;
  const milestone = (name: string, description: string, rest: Partial<Column> = {}): Column => ({
    name: tenant === '' ? name : `${tenant}.${name}`,
    unit: 'day',
    kind: 'milestone',
    description,
    ...rest,
    ...(tenant !== '' && { key: { tenant } }),
  });
  const contract = `of the contract${of} in service`;
  return [
    ...gpus.map((threshold) =>
      milestone(`gpus_${threshold}`, `${threshold} GPUs${of} in service`, { gpus: threshold }),
    ),
    ...fractions.map((fraction) =>
      milestone(`contract_${percent(fraction)}_pct`, `${percent(fraction)} % ${contract}`),
    ),
    milestone('target', `${percent(target.fraction)} % ${contract}, due ${target.by}`, { due: target.by }),
  ];
}

/** GPU-days short of each milestone by the horizon: like its day, but never censored. */
function shortfallColumns(milestones: readonly string[]): Column[] {
  return milestones.map((milestone) => ({
    name: shortfallName(milestone),
    unit: 'GPU-day',
    kind: 'scalar',
    description: `GPUs short of ${milestone}, integrated to the horizon`,
    table: 'shortfall',
    key: { milestone },
  }));
}

/** Name of the column of GPU-days short of a milestone. */
export function shortfallName(milestone: string): string {
  return `gpu_days_short:${milestone}`;
}

function series(table: string, name: string, unit: string, description: string): Column {
  return { name, unit, kind: 'series', table, description };
}

function fanColumns(): Column[] {
  return [
    series('fan', 'gpus', 'gpu', 'GPUs in service: accepted for the first time'),
    series('fan', 'available_gpus', 'gpu', 'GPUs in service that can be used'),
    series('fan', 'billable_gpus', 'gpu', 'GPUs the tenant is billed for'),
    series('fan', 'largest_cluster_gpus', 'gpu', 'usable GPUs of the site that has most of them'),
    series('fan', 'docked_gpus', 'gpu', 'GPUs at the dock or beyond it'),
    series('fan', 'installed_gpus', 'gpu', 'GPUs installed'),
    series('fan', 'energized_mw', 'MW', 'facility power energized at the sites'),
    series('fan', 'cooled_mw', 'MW', 'facility power of halls whose cooling is in place'),
    series('fan', 'ready_mw', 'MW', 'facility power of ready positions'),
    series('fan', 'filled_mw', 'MW', 'facility power of positions that have a rack'),
    series('fan', 'racks_waiting', 'rack', 'racks at the dock without a position'),
    series('fan', 'positions_waiting', 'position', 'ready positions without a rack'),
  ];
}

function spendColumns(): Column[] {
  return [
    series('spend', 'spend', '$', 'spend up to the date'),
    series('spend', 'committed_part', 'fraction', 'spend as a part of the commitment'),
  ];
}

function bindingColumns(): Column[] {
  const blocked = BINDING_CLASSES.map((name): Column => ({
    ...series('binding', blockedName(name), 'rack', `contract slots blocked by ${name}`),
    measure: 'blocked',
    key: { cause: name },
    statistic: 'share',
  }));
  const waiting = [
    series('binding', 'binding.racks_waiting', 'rack', 'racks at the dock without a position'),
    series('binding', 'binding.positions_waiting', 'position', 'ready positions without a rack'),
  ];
  return [...blocked, ...waiting.map((column): Column => ({ ...column, statistic: 'mean' }))];
}

function siteColumns(scenario: RolloutScenario): Column[] {
  return scenario.sites.flatMap(({ name }) =>
    SITE_SERIES.map(([column, description]): Column => ({
      ...series('sites', siteSeriesName(column, name), 'MW', description),
      measure: column,
      key: { site: name },
    })),
  );
}
