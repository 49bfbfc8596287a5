import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioSchema } from '../../../../models/rollout/index.ts';
import { loadScenario, ScenarioError } from '../../../../src/scenario/index.ts';

const folder = new URL('../../../../models/', import.meta.url);
const read = (name: string): string | undefined => {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return undefined;
  }
};
const OVERLAY = new URL('scenarios/overlay.yaml', folder).pathname;

/** What is refused when an overlay of the hand-solved scenario says this; line 1 is `extends`. */
function refusals(lines: string): string[] {
  const text = `extends: paper-and-pencil.yaml\n${lines}`;
  try {
    loadScenario({
      file: OVERLAY,
      load: (path) => (path === OVERLAY ? text : read(path)),
      catalog: (room) => read(new URL(`catalog/${room}.yaml`, folder).pathname),
      schema: scenarioSchema,
    });
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.issues.map(({ line, path, message }) => `${line}: ${path}: ${message}`);
  }
}

const PRODUCT =
  '{ name: gb300, volumeDate: 2025-10-01, eligible: true, part: [{ from: 2025-10-01, value: 100 % }] }';

test.each([
  [
    'a product without a date',
    'chips:\n  products:\n    - { name: gb300, eligible: true, part: [{ from: 2025-10-01, value: 100 % }] }',
    /^4: chips\.products\[0\]\.volumeDate: expected a date/,
  ],
  [
    'a share above 1',
    'chips:\n  makers:\n    - { name: a, share: 120 %, capacity: 10 racks/week }',
    /^4: chips\.makers\[0\]\.share: .*at most 1/,
  ],
  [
    'makers whose shares miss 1',
    'chips:\n  makers:\n    - { name: a, share: 70 %, capacity: 10 racks/week }',
    /chips\.makers: expected shares that sum to 1, got 0\.7/,
  ],
  [
    'a maker without capacity',
    'chips:\n  makers:\n    - { name: a, share: 100 %, capacity: 0 racks/week }',
    /^4: chips\.makers\[0\]\.capacity: expected more than 0 racks\/week: a would finish nothing/,
  ],
  [
    'an eligible product in racks of another size',
    `chips:\n  products:\n    - ${PRODUCT.replace('eligible: true', 'eligible: true, gpusPerRack: 8 gpu')}`,
    /gpusPerRack: expected racks of 72 GPUs, the size halls are laid out for, got 8/,
  ],
  [
    'products that make more than the output',
    `chips:\n  products:\n    - ${PRODUCT}\n    - ${PRODUCT.replace('gb300', 'vr200')}`,
    /chips\.products: expected parts of at most 1 in all on 2025-10-01, got 2/,
  ],
  [
    'a queue whose provider is no customer',
    'chips:\n  allotment:\n    kind: queue\n    provider: nobody\n    customers: [{ name: aws, share: 9 %, contracted: 5 %, priority: 1 }]',
    /^5: chips\.allotment\.provider: expected the name of a customer, got "nobody"/,
  ],
  [
    "a contract above the customer's share",
    'chips:\n  allotment:\n    kind: queue\n    provider: aws\n    customers: [{ name: aws, share: 9 %, contracted: 15 %, priority: 1 }]',
    /contracted: expected at most today's share 0\.09, got 0\.15/,
  ],
  [
    'a take-or-pay clause without its schedule',
    'contract:\n  takeOrPay: { floor: 80 %, schedule: ramp }',
    /^3: contract\.takeOrPay\.schedule: expected the name of a schedule, got "ramp"/,
  ],
  [
    'two shocks of one name',
    `disruptions:\n${'  - { name: a, kind: quake, timing: { kind: known, from: 2026-05-01 }, at: rack, length: 2 days, effect: { kind: holds } }\n'.repeat(2)}`,
    /disruptions\[1\]\.name: expected a name of its own, got "a" again/,
  ],
])('refuses %s', (_, lines, expected) => {
  const found = refusals(lines);
  expect(found.length).toBeGreaterThan(0);
  expect(found.join('\n')).toMatch(new RegExp(expected.source, 'm'));
});
