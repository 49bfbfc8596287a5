import type { Distribution } from '../../../src/random/index.ts';
import type { GravityScenario, RouteScenario } from './schema.ts';

/** An uncertain input of data gravity: what it is called, its distribution and its unit. */
export type GravityInput = readonly [name: `${string}.${string}`, distribution: Distribution, unit: string];

/** Name of what is uncertain of a place or of the data, apart from every tenant's and provider's inputs. */
export const gravityInput = (place: string, what: string): `${string}.${string}` =>
  `gravity.${place}.${what}`;

/** Places that are no offer: the data themselves, and the provider's other sites; an offer's name follows a word. */
export const DATA = 'data';
export const HALLS = 'halls';
export const offerPlace = (offer: string): string => `to ${offer}`;

/** The uncertain inputs of a scenario's data gravity, in their fixed order; none where it states none. */
export function gravityInputs(gravity: GravityScenario | undefined): GravityInput[] {
  if (gravity === undefined) return [];
  const { worth, data, offers, halls } = gravity;
  return [
    [gravityInput(DATA, 'worth'), worth, '$/gpu/h'],
    [gravityInput(DATA, 'base'), data.base, 'PB'],
    [gravityInput(DATA, 'perGpu'), data.perGpu, 'PB/gpu'],
    [gravityInput(DATA, 'growth'), data.growth, 'PB/gpu/year'],
    ...offers.flatMap(({ name, port, ...route }): GravityInput[] => [
      ...routeInputs(offerPlace(name), route),
      ...(port === undefined
        ? []
        : ([
            [gravityInput(offerPlace(name), 'port'), port.time, 'day'],
            [gravityInput(offerPlace(name), 'team'), port.team, '$/month'],
          ] satisfies GravityInput[])),
    ]),
    ...(halls === undefined ? [] : routeInputs(HALLS, halls)),
  ];
}

function routeInputs(
  place: string,
  { bandwidth, egress, standstill, requalification }: Omit<RouteScenario, 'efficiency'>,
): GravityInput[] {
  return [
    [gravityInput(place, 'bandwidth'), bandwidth, 'Gb/s'],
    [gravityInput(place, 'egress'), egress, '$/GB'],
    [gravityInput(place, 'standstill'), standstill, 'fraction'],
    [gravityInput(place, 'requalification'), requalification, 'day'],
  ];
}
