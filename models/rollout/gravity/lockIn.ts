import { DAY_HOURS, MONTH_DAYS, YEAR_DAYS } from '../../../src/kernel/lengths.ts';
import { dayNumber } from '../calendars.ts';
import type { Programme } from '../market/programme.ts';
import type { World } from '../world.ts';
import { DATA, gravityInput, HALLS, offerPlace } from './inputs.ts';
import { moveOf, type Route } from './moving.ts';
import type { GravityScenario, RouteScenario } from './schema.ts';
import { stayingFleet, type Staying } from './staying.ts';

type Offer = GravityScenario['offers'][number];

/** What leaving for one place comes to, by the report date on which it is decided. */
export interface LockInCurves {
  /** Days from the decision until the workload runs there. */
  readonly move: Float64Array;
  /** Dollars paid to leave. */
  readonly bill: Float64Array;
  /** GPU-months that are lost while moving. */
  readonly standstill: Float64Array;
  /** The bill, and what the lost GPU-months are worth. */
  readonly cost: Float64Array;
  /** Dollars gained over staying until the term ends, the cost taken off. */
  readonly gain: Float64Array;
  /** 1 where leaving is worth more than staying, else 0. */
  readonly pays: Float64Array;
}

/** What holds the first tenant where it is, in one replication. */
export interface LockIn {
  readonly petabytes: Float64Array;
  /** In the order of the scenario's offers. */
  readonly offers: readonly LockInCurves[];
  /** Dollars and GPU-days of moves out of halls that go back. */
  readonly hallMoves: { readonly bill: number; readonly gpuDays: number };
}

/** Works out the lock-in of a finished run; nothing where its scenario states none. */
export function lockInOf(
  world: World,
  { programme, sites }: { programme: Programme; sites: readonly { name: string; index: number }[] },
): LockIn | undefined {
  const { gravity } = world.scenario;
  if (gravity === undefined) return undefined;
  const { grid } = world.tables;
  const staying = stayingFleet(programme.tally.inService, grid, programme.product.gpusPerRack);
  const petabytes = dataOf(world, staying);
  return {
    petabytes,
    offers: gravity.offers.map((offer) => lockInCurves(world, { programme, staying, petabytes, offer })),
    hallMoves: hallMoves(world, { programme, sites, staying, petabytes }),
  };
}

/** Petabytes by report date: what is there, what each GPU brings, and what its work leaves behind. */
function dataOf({ inputs }: World, { gpus, gpuDays }: Staying): Float64Array {
  const input = (what: string): number => inputs[gravityInput(DATA, what)]!;
  const [base, perGpu, growth] = [input('base'), input('perGpu'), input('growth')];
  return gpus.map((count, i) => base + perGpu * count + (growth * gpuDays[i]!) / YEAR_DAYS);
}

interface Leaving {
  readonly programme: Programme;
  readonly staying: Staying;
  readonly petabytes: Float64Array;
  readonly offer: Offer;
}

function lockInCurves(world: World, { programme, staying, petabytes, offer }: Leaving): LockInCurves {
  const { grid } = world.tables;
  const { ends } = grid;
  const { start, contract } = world.scenario;
  const worth = world.inputs[gravityInput(DATA, 'worth')]! * DAY_HOURS;
  const price = programme.price * DAY_HOURS;
  const priceThere = price * (1 - (offer.discount ?? 0));
  const route = routeOf(world, offerPlace(offer.name), offer);
  const port = portOf(world, offer);
  const termDay = dayNumber(start, contract.termEnds) + 1;
  const readyDay = offer.from === undefined ? 0 : dayNumber(start, offer.from);
  const gpusThere = offer.gpus ?? programme.need.gpus;
  const curve = (): Float64Array => new Float64Array(ends.length);
  const curves: LockInCurves = {
    move: curve(),
    bill: curve(),
    standstill: curve(),
    cost: curve(),
    gain: curve(),
    pays: curve(),
  };
  ends.forEach((day, i) => {
    // Data go when software is ported and the other place is ready: those, and the fleet, of that day.
    const starts = Math.max(day + port.days, readyDay);
    const then = Math.max(0, grid.indexOf(starts) - 1);
    const move = moveOf({ gpus: staying.gpus[then]!, petabytes: petabytes[then]! }, route);
    const serves = starts + move.days;
    const unspent = Math.max(0, contract.commitment - staying.gpuDays[then]! * price);
    const bill = move.dollars + port.dollars + (offer.exitFee ?? 0) * unspent;
    const cost = bill + move.gpuDays * worth;
    const there = gpusThere * Math.max(0, termDay - serves) * (worth - priceThere);
    const here =
      (staying.gpuDaysBy(termDay) - staying.gpuDaysBy(Math.min(serves, termDay))) * (worth - price);
    curves.move[i] = serves - day;
    curves.bill[i] = bill;
    curves.standstill[i] = move.gpuDays / MONTH_DAYS;
    curves.cost[i] = cost;
    curves.gain[i] = there - here - cost;
    curves.pays[i] = there - here > cost ? 1 : 0;
  });
  return curves;
}

/** The way to a place as this replication drew it. */
function routeOf({ inputs }: World, place: string, { efficiency }: Pick<RouteScenario, 'efficiency'>): Route {
  const input = (what: string): number => inputs[gravityInput(place, what)]!;
  return {
    gigabitsPerSecond: input('bandwidth'),
    efficiency,
    dollarsPerGigabyte: input('egress'),
    standstill: input('standstill'),
    requalificationDays: input('requalification'),
  };
}

/** Days in which software is ported, beside the work here, and what its engineers cost. */
function portOf({ inputs }: World, { name, port }: Offer): { days: number; dollars: number } {
  if (port === undefined) return { days: 0, dollars: 0 };
  const input = (what: string): number => inputs[gravityInput(offerPlace(name), what)]!;
  const days = input('port');
  return { days, dollars: (days * input('team')) / MONTH_DAYS };
}

/** Moves out of borrowed halls: of the tenant's GPUs and data there goes what stands in the hall on its last day. */
function hallMoves(
  world: World,
  {
    programme,
    sites,
    staying,
    petabytes,
  }: Omit<Leaving, 'offer'> & { sites: readonly { name: string; index: number }[] },
): LockIn['hallMoves'] {
  const { gravity, policies } = world.scenario;
  const { grid } = world.tables;
  if (gravity?.halls === undefined) return { bill: 0, gpuDays: 0 };
  const route = routeOf(world, HALLS, gravity.halls);
  let [bill, gpuDays] = [0, 0];
  for (const { site, on } of policies.returns ?? []) {
    const day = world.dayOf(on);
    const month = grid.indexOf(day);
    const place = sites.find(({ name }) => name === site)!;
    const whole = staying.gpus[month];
    if (day < 0 || whole === undefined || whole === 0) continue;
    const gpus = slotsAt(programme, place.index, month) * programme.product.gpusPerRack;
    const move = moveOf(
      { gpus, petabytes: (petabytes[month]! * gpus) / whole },
      gpus > 0 ? route : undefined,
    );
    bill += move.dollars;
    gpuDays += move.gpuDays;
  }
  return { bill, gpuDays };
}

function slotsAt({ tally }: Programme, site: number, month: number): number {
  return tally.slots[site]!.change.slice(0, month + 1).reduce((sum, change) => sum + change, 0);
}
