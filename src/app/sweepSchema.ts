import * as z from 'zod';
import type { Setting } from '../scenario/index.ts';
import { DESIGNS, type DesignName } from './designNames.ts';

/**
 * One varied thing as it is written: `{ vary: path, values: […] }`, `{ vary: path, range: 40..120 weeks }`, or `{
 * vary: input }`.
 */
export interface Varied {
  readonly vary: string;
  readonly values?: readonly Setting[] | undefined;
  readonly range?: string | undefined;
}

/** The `sweep:` block of a scenario file. */
export interface Sweep {
  readonly design: DesignName;
  /** Rows of lhs and sobol, trajectories of morris. */
  readonly size?: number | undefined;
  /** Seed of the design, apart from that of the run. */
  readonly seed?: string | number | undefined;
  readonly factors: readonly Varied[];
}

/** Schema of the `sweep:` block, for scenario files of any model. */
export const sweepSchema: z.ZodType<Sweep> = z.strictObject({
  design: z
    .enum(DESIGNS)
    .describe(
      'How points are laid out: the k-th value of every factor together (`list`), all combinations (`grid`), each value of a factor alone (`oat`), a Latin hypercube (`lhs`), a Sobol sequence (`sobol`), or Morris trajectories (`morris`).',
    ),
  size: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .meta({
      description: 'Rows of `lhs` and `sobol`, trajectories of `morris`.',
      absent: '32 rows, 10 trajectories',
      examples: [64],
    }),
  seed: z
    .union([z.string().min(1), z.number()])
    .optional()
    .meta({
      description: 'Seed of the design, apart from that of the run.',
      default: '1',
      examples: ['design'],
    }),
  factors: z
    .array(
      z.strictObject({
        vary: z
          .string()
          .min(1)
          .meta({
            description: 'Dotted path into the scenario, or the name of an uncertain input.',
            examples: ['construction.transformer.regimes.open.leadTime'],
          }),
        values: z
          .array(z.union([z.string(), z.number(), z.boolean()]))
          .min(1)
          .optional()
          .meta({
            description: 'The values one by one, as they would stand in the scenario.',
            absent: 'the range says it, or the range of the input',
            examples: [['40 weeks', '80 weeks', '120 weeks']],
          }),
        range: z
          .string()
          .optional()
          .meta({
            description: 'Lowest and highest value, for designs that choose in between.',
            absent: 'the values say it, or the range of the input',
            examples: ['40..120 weeks'],
          }),
      }),
    )
    .min(1)
    .describe('What is varied.'),
});

/** The schema of a scenario file with a `sweep:` block allowed beside the model's own keys. */
export function withSweep<S>(schema: z.ZodType<S>): z.ZodType<S & { sweep?: Sweep }> {
  const whole: z.ZodType =
    schema instanceof z.ZodObject
      ? schema.safeExtend({
          sweep: sweepSchema.optional().meta({
            description: 'What `gigaramp sweep` varies.',
            absent: 'nothing: the command line says it',
          }),
        })
      : schema;
  return whole as z.ZodType<S & { sweep?: Sweep }>;
}
