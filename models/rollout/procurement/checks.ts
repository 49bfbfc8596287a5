import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { isEquipment, PROCURED_CLASSES, type SecuredClass } from './classes.ts';

/**
 * Refuses what is bought reserved without a lead time for it, regimes of goods that no site has, and one stock twice.
 */
export function checkProcurement(scenario: RolloutScenario, refuse: Refuse): void {
  const { construction } = scenario;
  const { procurement, stock } = construction;
  for (const of of Object.keys(procurement ?? {}) as SecuredClass[]) {
    const terms = procurement![of];
    if (terms?.regime === 'reserved' && terms.reserved === undefined)
      refuse(['construction', 'procurement', of, 'regime'], expectsLeadTime(of));
  }
  scenario.sites.forEach((site, index) => {
    if (site.kind !== 'dedicated') return;
    const path: Path = ['sites', index, 'procurement'];
    for (const of of PROCURED_CLASSES) {
      const regime = site.procurement?.[of];
      if (regime === undefined) continue;
      if (isEquipment(of)) {
        if (construction.equipment?.[of] === undefined)
          refuse([...path, of], `expected construction.equipment.${of} beside it, got none: none is ordered`);
      } else if (regime === 'reserved' && procurement?.[of]?.reserved === undefined)
        refuse([...path, of], expectsLeadTime(of));
      if (of === 'generators' && site.power.bridging === undefined)
        refuse([...path, of], 'expected power.bridging beside it, got none: none is ordered');
    }
  });
  const seen = new Map<string, number>();
  stock?.forEach(({ class: of, regime }, index) => {
    const key = `${regime} ${of}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else
      refuse(['construction', 'stock', index], `expected one stock of ${key}, got a second`, [
        'construction',
        'stock',
        first,
      ]);
  });
}

function expectsLeadTime(of: SecuredClass): string {
  return `expected construction.procurement.${of}.reserved, the lead time of a reserved slot, got none`;
}
