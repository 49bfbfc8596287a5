import type { DescribedPart } from '../../../src/experiment/model.ts';
import type { RolloutScenario } from '../scenario.ts';
import { chipsDescribed } from './chipsDescribed.ts';
import { contractDescribed, questionDescribed } from './contractDescribed.ts';
import { knownDescribed } from './knownDescribed.ts';
import { marketDescribed } from './marketDescribed.ts';
import { choicesDescribed, serviceDescribed } from './serviceDescribed.ts';
import { sitesDescribed } from './sitesDescribed.ts';

/**
 * What a scenario simulates, in words: question, contract, market, chips, sites, the way into service, choices, and
 * what has happened.
 */
export function describeRollout(scenario: RolloutScenario): DescribedPart[] {
  const parts = [
    questionDescribed(scenario),
    contractDescribed(scenario),
    marketDescribed(scenario),
    chipsDescribed(scenario),
    sitesDescribed(scenario),
    serviceDescribed(scenario),
    choicesDescribed(scenario),
    knownDescribed(scenario),
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}
