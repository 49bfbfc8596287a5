import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../experiment/index.ts';

/** How the forecasts of the record came out at its campuses, each left out of its own fit, as the package ships it. */
export function shippedLeftOut(): string {
  return readFileSync(join(packageRoot(), 'models', 'calibration', 'leftOut.csv'), 'utf8');
}
