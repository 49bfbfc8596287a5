import * as z from 'zod';
import { expect, test } from 'vitest';
import { date, jsonSchema, power, quantity, series, stage, uncertain } from '../../src/scenario/index.ts';

const schema = z.strictObject({
  start: date().describe('first day'),
  kind: z.enum(['a', 'b']).default('a').describe('which of two'),
  site: z.strictObject({
    firm: power({ max: 500 }).describe('Firm power.'),
    lead: stage(uncertain('duration')).optional(),
  }),
  output: series(quantity('package')).optional(),
});

test('editors get what may be written, quantities as texts or maps', () => {
  const json = jsonSchema(schema) as {
    properties: Record<string, { description?: string; anyOf?: unknown[] }>;
    required: string[];
  };
  expect(json).toMatchObject({ type: 'object', additionalProperties: false });
  expect(json.required).toEqual(['start', 'site']);
  expect(json.properties.start?.description).toMatch(/^first day /);
  expect(json.properties.site).toMatchObject({
    properties: {
      firm: {
        description: 'Firm power. Unit: MW. Bounds: 0 to 500. Required. Example: 120 MW',
        anyOf: [{ type: ['string', 'number'] }, { $ref: '#/$defs/quantity' }],
      },
    },
    required: ['firm'],
  });
  expect(json.properties.kind?.description).toBe(
    'which of two Unit: text. Bounds: one of "a", "b". Default: a. Example: a',
  );
  expect(json.properties.output?.anyOf).toHaveLength(3);
  expect(json).toMatchObject({ $defs: { quantity: { properties: { value: {}, catalog: {}, note: {} } } } });
});

test('a stage is a quantity or a map of quantity and dates', () => {
  const json = jsonSchema(z.strictObject({ shell: stage(uncertain('duration')) }));
  expect(JSON.stringify(json)).toContain('"started"');
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});

test('what only the house knows of a key is in its description, and in no keyword of its own', () => {
  const words = JSON.stringify(jsonSchema(schema));
  for (const keyword of ['absent', 'form', 'unit', 'bounds']) expect(words).not.toContain(`"${keyword}":`);
});

test('a file may extend another, and editors know', () => {
  expect(jsonSchema(schema)).toMatchObject({ properties: { extends: { anyOf: [{}, {}] } } });
});

test('for a file that extends another no key has to be there, an item may be of any kind, and be taken out', () => {
  const item = z.strictObject({ kind: z.literal('a'), name: z.string(), size: power() });
  const lists = z.strictObject({
    items: z.array(z.discriminatedUnion('kind', [item, item.extend({ kind: z.literal('b') })])),
  });
  const whole = jsonSchema(lists);
  expect(JSON.stringify(whole)).toContain('"oneOf"');
  expect(JSON.stringify(whole)).not.toContain('"remove"');
  const overlay = jsonSchema(lists, { isOverlay: true });
  expect(JSON.stringify(overlay)).not.toMatch(/"required"|"oneOf"/);
  expect(overlay).toMatchObject({
    properties: { items: { items: { anyOf: [{ properties: { remove: { const: true } } }, {}] } } },
  });
});
