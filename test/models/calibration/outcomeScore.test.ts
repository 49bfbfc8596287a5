import { describe, expect, test } from 'vitest';
import { brierBy, scoreOutcome } from '../../../models/calibration/outcomeScore.ts';

const steps = Float64Array.from({ length: 1000 }, (_, i) => i + 0.5);

describe('the score of a forecast that is uniform on 0 … 1000', () => {
  test('of what came at 500 is 1000/12, with every interval holding it', () => {
    const score = scoreOutcome(steps, { observed: 500 });
    expect(score.crps).toBeCloseTo(1000 / 12, 0);
    expect(score.pit).toBe(0.5);
    expect(score.covered).toEqual({ 50: true, 80: true, 90: true });
    expect(score.pinball?.[90]).toBeCloseTo(0.1 * 400, 0);
  });

  test('of what came at 930 is held by the 90 % interval alone', () => {
    expect(scoreOutcome(steps, { observed: 930 }).covered).toEqual({ 50: false, 80: false, 90: true });
  });

  test('of what is unfinished at 600 is the integral of F² up to then, 600³/3·10⁶', () => {
    const score = scoreOutcome(steps, { censored: 600 });
    expect(score.crps).toBeCloseTo(600 ** 3 / 3e6, 0);
    expect(score.pit).toBeUndefined();
  });

  test('of a label good to ±100 scores nothing inside it: 400³/3·10⁶ on either side', () => {
    const score = scoreOutcome(steps, { observed: 500 }, { labelError: 100 });
    expect(score.intervalCrps).toBeCloseTo((2 * 400 ** 3) / 3e6, 0);
    expect(scoreOutcome(steps, { observed: 930 }, { labelError: 100 }).intervalCovered80).toBe(true);
  });

  test('by a day is the squared error of its probability, where it is known whether it came', () => {
    expect(brierBy(steps, { observed: 200 }, 250)).toBeCloseTo(0.75 ** 2, 6);
    expect(brierBy(steps, { observed: 300 }, 250)).toBeCloseTo(0.25 ** 2, 6);
    expect(brierBy(steps, { censored: 300 }, 250)).toBeCloseTo(0.25 ** 2, 6);
    expect(brierBy(steps, { censored: 200 }, 250)).toBeUndefined();
  });
});
