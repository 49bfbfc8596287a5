import { racksAtDock } from '../market/place.ts';
import { scalar, type RolloutOutput } from '../output.ts';
import { racksLacking, wholeRacks } from './lacking.ts';

/** Racks by how far they had come at the horizon, and by what became of them. */
export function rackOutputs(): RolloutOutput[] {
  return [
    scalar(
      {
        name: 'racks_never_placed',
        unit: 'rack',
        role: 'unfinished',
        measure: 'racks at the dock',
        heldBy: 'halls: no position was free',
        description: 'racks at the dock without a position at the horizon',
      },
      ({ programme }) => racksAtDock(programme),
    ),
    scalar(
      {
        name: 'racks_not_delivered',
        unit: 'rack',
        role: 'unfinished',
        measure: 'racks the contract still lacks',
        heldBy: 'chips: not allotted, or not released for want of halls',
        description: 'racks the contract still lacks at the dock at the horizon',
      },
      ({ floor, programme }) => racksLacking(floor, programme),
    ),
    scalar(
      {
        name: 'racks_not_accepted',
        unit: 'rack',
        role: 'unfinished',
        measure: 'racks placed, not in service',
        heldBy: 'crews and acceptance: not installed, or a pod not complete',
        description: 'racks placed but not in service at the horizon',
      },
      ({ programme: { need } }) => need.placedRacks - need.acceptedRacks,
    ),
    scalar(
      {
        name: 'racks_diverted',
        unit: 'rack',
        description: 'racks given to others after waiting at the dock',
      },
      ({ programme }) => programme.tally.diverted.racks,
    ),
    scalar(
      {
        name: 'racks_reworked',
        unit: 'rack',
        description: 'racks in service that failed burn-in at least once',
      },
      ({ waits }) => waits.reworked,
    ),
    scalar(
      {
        name: 'racks_dead_on_arrival',
        unit: 'rack',
        description: 'racks installed that did not come up at power-on',
      },
      ({ waits }) => waits.dead,
    ),
    scalar(
      {
        name: 'racks_to_replace',
        unit: 'rack',
        description: 'racks in halls that go back, whose slots new racks take',
      },
      ({ programme }) => wholeRacks(programme, programme.need.replacedGpus),
    ),
  ];
}
