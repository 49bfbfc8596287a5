import * as z from 'zod';
import { expect, test } from 'vitest';
import { date, jsonSchema, power, quantity, series, stage, uncertain } from '../../src/scenario/index.ts';

const schema = z.strictObject({
  start: date().describe('first day'),
  kind: z.enum(['a', 'b']).default('a'),
  site: z.strictObject({ firm: power(), lead: stage(uncertain('duration')).optional() }),
  output: series(quantity('package')).optional(),
});

test('editors get what may be written, quantities as texts or maps', () => {
  const json = jsonSchema(schema) as {
    properties: Record<string, { description?: string; anyOf?: unknown[] }>;
    required: string[];
  };
  expect(json).toMatchObject({ type: 'object', additionalProperties: false });
  expect(json.required).toEqual(['start', 'site']);
  expect(json.properties.start).toMatchObject({ description: 'first day' });
  expect(json.properties.site).toMatchObject({
    properties: {
      firm: {
        description: 'a power such as "120 MW"',
        anyOf: [{ type: ['string', 'number'] }, { type: 'object' }],
      },
    },
    required: ['firm'],
  });
  expect(json.properties.output.anyOf).toHaveLength(2);
});

test('a stage is a quantity or a map of quantity and dates', () => {
  const json = jsonSchema(z.strictObject({ shell: stage(uncertain('duration')) }));
  expect(JSON.stringify(json)).toContain('"started"');
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});
