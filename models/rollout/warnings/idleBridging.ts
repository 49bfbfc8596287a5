import type { Warning } from '../../../src/scenario/index.ts';
import type { Path } from '../refuse.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';

/** Warns of bridging power that no rack ever runs on, because what it may carry ends before service. */
export function warnOfIdleBridging({ construction, sites }: RolloutScenario): Warning[] {
  return sites.flatMap((site, index) => {
    if (site.kind !== 'dedicated' || site.power.bridging === undefined) return [];
    const path = ['sites', index, 'power'];
    const carries = site.power.temporaryPower ?? construction.temporaryPower ?? 'L3';
    const idle = carries === 'service' ? [] : [neverServes(site, carries, path)];
    return [...idle, ...aboveHalls(site, path)];
  });
}

function neverServes({ power }: DedicatedSite, carries: 'L3' | 'L4/L5', path: Path): Warning {
  const megawatts = power.bridging!.reduce((sum, source) => sum + source.power, 0);
  const use = carries === 'L3' ? 'nothing that waits for power' : 'tests alone';
  return {
    path: [...path, 'bridging'],
    because: [
      [...path, 'temporaryPower'],
      ['construction', 'temporaryPower'],
    ],
    message: `the ${round(megawatts)} MW of bridging power never serve racks: temporaryPower is "${carries}", which carries ${use}; "service" lets racks run on it`,
  };
}

function aboveHalls({ power, halls }: DedicatedSite, path: Path): Warning[] {
  const needed = halls.reduce((sum, hall) => sum + hall.power, 0);
  const megawatts = power.bridging!.reduce((sum, source) => sum + source.power, 0);
  if (megawatts <= needed) return [];
  const message = `bridging of ${round(megawatts)} MW, and the halls take ${round(needed)} MW: the rest feeds nothing`;
  return [{ path: [...path, 'bridging'], because: [[...path.slice(0, -1), 'halls']], message }];
}

function round(megawatts: number): number {
  return Math.round(megawatts * 10) / 10;
}
