import { posteriorOf, type Calibration } from '../../models/calibration/index.ts';
import { InputError } from '../experiment/index.ts';
import { formatIssue } from '../scenario/index.ts';
import { openShippedCatalog } from './loadScenarioFile.ts';

/**
 * The calibration that this package ships: `models/catalog/calibration.yaml`.
 *
 * @throws InputError when it is not as `gigaramp calibrate` writes it.
 */
export function shippedCalibration(): Calibration {
  const catalog = openShippedCatalog();
  const [issue] = catalog.check('calibration');
  if (issue !== undefined) throw new InputError(formatIssue(issue));
  try {
    return posteriorOf(
      Array.from(catalog.entries('calibration'), ([name, { value = '', correlations }]) => ({
        name,
        value,
        correlations,
      })),
    );
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(error.message);
    throw error;
  }
}
