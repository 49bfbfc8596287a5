import type { Warning } from '../../../src/scenario/index.ts';
import { warnOfOutputEnds } from '../chips/outputEnds.ts';
import type { RolloutScenario } from '../scenario.ts';
import { warnOfBegunBefore } from './begunBefore.ts';
import { warnOfDealsWithoutRoom } from './dealsWithoutRoom.ts';
import { warnOfIdleBridging } from './idleBridging.ts';
import { warnOfIdlePower } from './idlePower.ts';
import { warnOfIdleStrategy } from './idleStrategy.ts';
import { warnOfMilestonesBeyond } from './milestonesBeyond.ts';
import { warnOfRoom } from './room.ts';
import { warnOfSpendOffCommitment } from './spendOffCommitment.ts';
import { warnOfStagesOutOfOrder } from './stagesOutOfOrder.ts';
import { warnOfTargetTooEarly } from './targetTooEarly.ts';

/** What of a valid scenario looks wrong: each with its place, and with the places of what it comes from. */
export function rolloutWarnings(scenario: RolloutScenario): Warning[] {
  return [
    ...warnOfOutputEnds(scenario),
    ...warnOfMilestonesBeyond(scenario),
    ...warnOfTargetTooEarly(scenario),
    ...warnOfIdleBridging(scenario),
    ...warnOfIdlePower(scenario),
    ...warnOfIdleStrategy(scenario),
    ...warnOfSpendOffCommitment(scenario),
    ...warnOfRoom(scenario),
    ...warnOfDealsWithoutRoom(scenario),
    ...warnOfStagesOutOfOrder(scenario),
    ...warnOfBegunBefore(scenario),
  ];
}
