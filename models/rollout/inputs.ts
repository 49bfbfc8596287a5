import { gaussianCopula, uniform, type GaussianCopula, type Streams } from '../../src/random/index.ts';
import type { UncertainInput } from '../../src/experiment/model.ts';
import { gravityInputs } from './gravity/inputs.ts';
import { inputName } from './market/inputNames.ts';
import { tenantTerms } from './market/terms.ts';
import type { RolloutScenario } from './scenario.ts';

/** The uncertain-but-fixed quantities of a rollout, each drawn once a replication. */
export interface InputValues {
  /** Dollars per GPU-hour. */
  readonly price: number;
  /** Provider's share of the vendor's output. */
  readonly providerShare: number;
  /** Part of the provider's intake that is rack-scale and so eligible. */
  readonly rackScalePart: number;
  /** Part of the provider's eligible intake that the tenant may take. */
  readonly tenantCap: number;
  /** Position of the vendor's output inside its range, 0 to 1. */
  readonly outputLevel: number;
  /** Position of the existing-hall flow inside its range, 0 to 1. */
  readonly hallShare: number;
  /** Facility kW per GPU. */
  readonly facilityKilowatts: number;
  /** Provider's construction pace: actual over usual duration. */
  readonly pace: number;
  /** Share of racks that fail burn-in. */
  readonly reworkShare: number;
  /** Dollars a rack, a MW of plant and a MWh; absent without finance. */
  readonly rackPrice?: number;
  readonly plantPrice?: number;
  readonly powerPrice?: number;
  /**
   * How its provider's campuses move against their usual durations, on the logarithm, and how far ahead it orders, in
   * days.
   */
  readonly tempoShift?: number;
  readonly tempoLogSpread?: number;
  readonly orderAhead?: number;
  /** The same of a further tenant, provider or product, by its name. */
  readonly [name: `${string}.${string}`]: number;
}

/**
 * The uncertain inputs of a scenario in their fixed order; new ones are appended, so that a copula over them
 * never re-pairs the draws of the earlier ones.
 */
export function uncertainInputs(scenario: RolloutScenario): (UncertainInput & { name: keyof InputValues })[] {
  const level = uniform(0, 1);
  return [
    // Where the GPUs are stated the price decides no date.
    input('price', 'contract', scenario.contract.price, '$/gpu/h', scenario.contract.gpus === 'derived'),
    input('providerShare', 'chips', scenario.chips.providerShare, 'fraction', true),
    input('rackScalePart', 'chips', scenario.chips.rackScalePart, 'fraction', false),
    input('tenantCap', 'chips', scenario.chips.tenantCap, 'fraction', true),
    input('outputLevel', 'chips', level, 'quantile', false),
    input('hallShare', 'existing', level, 'quantile', hasFlow(scenario)),
    input('facilityKilowatts', 'building', scenario.product.facilityPower, 'kW/gpu', false),
    input('pace', 'building', scenario.provider.pace, 'ratio', true),
    input('reworkShare', 'acceptance', scenario.deployment.reworkShare, 'fraction', false),
    ...financeInputs(scenario),
    ...furtherInputs(scenario),
    ...practiceInputs(scenario),
    ...placeInputs(scenario),
    ...gravityInputs(scenario.gravity).map(([name, distribution, unit]) =>
      input(name, 'contract', distribution, unit, false),
    ),
  ];
}

/** Whether halls that stand come free at a rate, or up to a ceiling, that is not known. */
function hasFlow({ sites, provider }: RolloutScenario): boolean {
  const ready = sites.filter((site) => site.kind === 'ready');
  return (
    provider.flow !== undefined ||
    ready.some(({ monthly, ceiling }) => [monthly, ceiling].some(({ kind }) => kind !== 'constant'))
  );
}

/** What each tenant may take of the further providers at which it has a contract. */
function placeInputs(scenario: RolloutScenario): (UncertainInput & { name: keyof InputValues })[] {
  return tenantTerms(scenario).flatMap(({ places: [, ...further] }) =>
    further.flatMap(({ key, tenantCap }) =>
      tenantCap === undefined
        ? []
        : [input(inputName(key, 'tenantCap'), 'chips', tenantCap, 'fraction', false)],
    ),
  );
}

/** How each provider that says so builds and buys. */
function practiceInputs({
  provider,
  providers = [],
}: RolloutScenario): (UncertainInput & { name: keyof InputValues })[] {
  const owners = [{ ...provider, name: '' }, ...providers];
  return owners.flatMap(({ name, tempo, orderAhead }) => [
    ...(tempo === undefined
      ? []
      : [
          input(inputName(name, 'tempoShift'), 'building', tempo.shift, 'ratio', name === ''),
          input(inputName(name, 'tempoLogSpread'), 'building', tempo.logSpread, 'ratio', false),
        ]),
    ...(orderAhead === undefined
      ? []
      : [input(inputName(name, 'orderAhead'), 'building', orderAhead, 'day', name === '')]),
  ]);
}

/** Inputs of the further tenants, providers and products, each under its owner's name. */
function furtherInputs({
  tenants = [],
  providers = [],
  products = [],
}: RolloutScenario): (UncertainInput & { name: keyof InputValues })[] {
  const level = uniform(0, 1);
  return [
    ...tenants.flatMap(({ name, contract, tenantCap }) => [
      input(inputName(name, 'price'), 'contract', contract.price, '$/gpu/h', false),
      ...(tenantCap === undefined
        ? []
        : [input(inputName(name, 'tenantCap'), 'chips', tenantCap, 'fraction', false)]),
    ]),
    ...providers.flatMap(({ name, pace, providerShare, rackScalePart }) => [
      ...(providerShare === undefined
        ? []
        : [input(inputName(name, 'providerShare'), 'chips', providerShare, 'fraction', false)]),
      ...(rackScalePart === undefined
        ? []
        : [input(inputName(name, 'rackScalePart'), 'chips', rackScalePart, 'fraction', false)]),
      input(inputName(name, 'hallShare'), 'existing', level, 'quantile', false),
      input(inputName(name, 'pace'), 'building', pace, 'ratio', false),
    ]),
    ...products.map(({ name, facilityPower }) =>
      input(inputName(name, 'facilityKilowatts'), 'building', facilityPower, 'kW/gpu', false),
    ),
  ];
}

function financeInputs({ contract }: RolloutScenario): (UncertainInput & { name: keyof InputValues })[] {
  const { finance } = contract;
  if (finance === undefined) return [];
  return [
    input('rackPrice', 'contract', finance.rackPrice, '$/rack', false),
    input('plantPrice', 'contract', finance.plantPrice, '$/MW', false),
    input('powerPrice', 'contract', finance.powerPrice, '$/MWh', false),
  ];
}

function input(
  name: keyof InputValues,
  cause: string,
  distribution: UncertainInput['distribution'],
  unit: string,
  main: boolean,
): UncertainInput & { name: keyof InputValues } {
  return { name, cause, distribution, unit, main };
}

/** The rank-correlation matrix of the inputs, from the scenario's pairs. */
export function inputCorrelations(scenario: RolloutScenario): number[][] {
  const names = uncertainInputs(scenario).map(({ name }) => name as string);
  const matrix = names.map((_, i) => names.map((__, j) => (i === j ? 1 : 0) as number));
  for (const { between, rank } of scenario.correlations.inputs) {
    const [i, j] = between.map((name) => names.indexOf(name)) as [number, number];
    matrix[i]![j] = rank;
    matrix[j]![i] = rank;
  }
  return matrix;
}

/** The inputs of a scenario and how they move together. */
export interface JointInputs {
  readonly inputs: ReturnType<typeof uncertainInputs>;
  readonly copula: GaussianCopula;
}

/** Works out the inputs of a scenario and their copula: the same for all its replications. */
export function jointInputs(scenario: RolloutScenario): JointInputs {
  return { inputs: uncertainInputs(scenario), copula: gaussianCopula(inputCorrelations(scenario)) };
}

/** Draws all inputs of one replication, with their correlations. */
export function drawInputs(
  scenario: RolloutScenario,
  streams: Streams,
  { inputs, copula } = jointInputs(scenario),
): InputValues {
  const values = streams.inputs(inputs, copula);
  return Object.fromEntries(inputs.map(({ name }, i) => [name, values[i]!])) as unknown as InputValues;
}
