import { SHIPPED } from './extendFiles.ts';

const MODELS = 'models/';

/**
 * Place below the package's folder `models` of a file that is named by its place in the package; nothing for any other
 * file. The short form without that folder, which was once written, is read as the same.
 *
 * @example shippedPlace('gigaramp:models/practice/usual.yaml'); // 'practice/usual.yaml'
 */
export function shippedPlace(name: string): string | undefined {
  if (!name.startsWith(SHIPPED)) return undefined;
  const place = name.slice(SHIPPED.length);
  return place.startsWith(MODELS) ? place.slice(MODELS.length) : place;
}
