import type { Stream, Streams } from '../../../src/random/index.ts';
import type { RolloutScenario } from '../scenario.ts';

/** Draws that belong to the racks of a programme, by their serial. */
export interface RackDraws {
  readonly burnIn: Stream;
  readonly fails: Stream;
  readonly reworkDays: Stream;
  readonly dead: Stream;
  readonly repairDays: Stream;
  /** Share of racks dead on arrival: one value a replication. */
  readonly deadShare: number;
}

/** Opens the draws of a programme's racks; those of the contract that the scenario itself states bear no name. */
export function openRackDraws(
  streams: Streams,
  { deadOnArrival }: Pick<RolloutScenario['deployment'], 'deadOnArrival'>,
  tenant: string,
): RackDraws {
  const entity = tenant === '' ? 'rack' : `rack of ${tenant}`;
  return {
    burnIn: streams.open('acceptance', entity, 'burn-in'),
    fails: streams.open('acceptance', entity, 'fails burn-in'),
    reworkDays: streams.open('acceptance', entity, 'rework'),
    dead: streams.open('acceptance', entity, 'dead on arrival'),
    repairDays: streams.open('acceptance', entity, 'repair'),
    deadShare:
      deadOnArrival === undefined
        ? 0
        : streams.open('acceptance', 'all racks', 'dead on arrival').draw(deadOnArrival.share, 0),
  };
}
