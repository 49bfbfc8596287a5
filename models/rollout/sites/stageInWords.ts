import { nameInWords } from '../../../src/wording/index.ts';

/** What stages are called that their keys in words do not say. */
const NAMES: Readonly<Record<string, string>> = {
  civil: 'civil works',
  dressOut: 'dress-out',
  fitOut: 'fit-out',
  hvBreakers: 'HV breakers',
  l2: 'L2',
  l3: 'L3',
  l4l5: 'L4/L5',
  mvSwitchgear: 'MV switchgear',
  steel: 'steel and bus',
};

/** What the key of a stage is called: as the trade says it, else by its words. */
export function stageInWords(key: string): string {
  return NAMES[key] ?? nameInWords(key);
}
