import * as z from 'zod';
import { fromCanonicalJson } from './canonical.ts';
import type { Identity } from './experiment.ts';
import { parsedJson, type Parsed } from './parsedJson.ts';

const identitySchema = z.object({
  schema: z.literal(1),
  gigaramp: z.string(),
  model: z.object({ name: z.string(), version: z.string() }),
  seed: z.string(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  points: z
    .array(
      z.object({
        name: z.string(),
        scenario: z.unknown(),
        settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
        atPlan: z.array(z.string()),
        inputs: z.record(z.string(), z.number().gt(0).lt(1)),
        sample: z
          .object({
            names: z.array(z.string()),
            matrix: z.union([z.enum(['A', 'B']), z.object({ fromB: z.int().min(0) })]),
            draws: z.enum(['A', 'B']),
            seed: z.string(),
          })
          .optional(),
      }),
    )
    .min(1),
  given: z.object({ point: z.string(), isShown: z.boolean() }).optional(),
});

/** Reads the text of `records/experiment.json`; whether its scenarios fit a model is for the model to say. */
export function parseIdentity<S>(text: string): Parsed<Identity<S>> {
  return parsedJson(text, identitySchema, fromCanonicalJson) as Parsed<Identity<S>>;
}
