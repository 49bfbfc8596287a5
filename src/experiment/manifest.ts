import { isCalendarDate } from '../kernel/civilDate.ts';
import * as z from 'zod';
import { fromCanonicalJson } from './canonical.ts';
import type { Titles } from '../record/index.ts';
import type { Experiment, Identity } from './experiment.ts';
import { asWritten } from '../refusal/index.ts';
import { parsedJson, type Parsed } from './parsedJson.ts';

const file = z.object({ name: z.string(), sha256: z.string() });

const addedFile = file.extend({
  name: z.string().regex(/^\w[\w.-]*$/, 'expected the name of a file in the folder'),
  /** The command that made it. */
  by: z.string(),
  /** Of each of its points. */
  replications: z.int().min(0).optional(),
});

const calendarDate = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'expected a date such as 2026-11-22')
  .refine(isCalendarDate, 'expected a date of the calendar');

/** What the tables of a folder answer. */
const RESULT_KINDS = [
  'run',
  'sweep',
  'compare',
  'tornado',
  'sensitivity',
  'decide',
  'blame',
  'relax',
  'reach',
  'order-by',
  'deals',
] as const;

export type ResultKind = (typeof RESULT_KINDS)[number];

const milestone = z.object({
  name: z.string(),
  /** What it is called, and what that is once it is reached. */
  title: z.string(),
  /** Whether that is a plural: "10,000 GPUs are". */
  isPlural: z.boolean().optional(),
  onceReached: z.string().optional(),
  threshold: z
    .union([z.object({ amount: z.number(), unit: z.string() }), z.object({ part: z.number() })])
    .optional(),
  key: z.record(z.string(), z.string()).optional(),
});

const titles = z
  .array(z.object({ name: z.string(), title: z.string(), meaning: z.string().optional() }))
  .readonly();

const manifestSchema = z.object({
  schema: z.literal(1, {
    error: ({ input }) =>
      `version ${asWritten(input)}, expected 1: another version of Gigaramp wrote this folder; use that one, or run its scenario again`,
  }),
  /** Experiment id; `sha256sum records/experiment.json` gives it too. */
  experiment: z.string(),
  gigaramp: z.string(),
  model: z.object({ name: z.string(), version: z.string() }),
  seed: z.string(),
  points: z.array(z.string()).min(1),
  /** What the tables answer; absent in a folder of an earlier version. */
  kind: z.enum(RESULT_KINDS).optional(),
  /** Name of the milestone that the answer is about. */
  target: z.string().optional(),
  /** Milestones of all points, each once. */
  milestones: z.array(milestone).optional(),
  /** What causes and inputs are called where the words of their names say too little. */
  titles: z.object({ causes: titles.optional(), inputs: titles.optional() }).optional(),
  /** Scenario and catalog files. */
  inputs: z.array(file),
  replications: z.int().min(0),
  /** How many that count alike would tell as much, where totals were observed; absent: nothing was. */
  effectiveReplications: z.number().min(0).optional(),
  /** ISO date of day 0 where all points have the same. */
  start: calendarDate.optional(),
  /** ISO date up to which things were known where all points have the same; absent: the start. */
  asOf: calendarDate.optional(),
  /** What of the scenario looks wrong though it is valid, with its place, one line each; absent: nothing. */
  warnings: z.array(z.string()).optional(),
  /** Files beside the manifest. */
  outputs: z.array(
    file.extend({ name: z.string().regex(/^\w[\w.-]*$/, 'expected the name of a file in the folder') }),
  ),
  /** Tables that other commands put beside those of the run, of the same scenario and seed. */
  added: z.array(addedFile).optional(),
  /** How the run was made: nothing in here changes a number of the results. */
  run: z.object({
    /** Scenario file as it was given. */
    scenario: z.string().optional(),
    /** The way to it from the folder of the manifest, where it does not come with the package. */
    scenarioFromHere: z.string().optional(),
    /** What was laid over that file, by dotted path; absent: nothing, or a run that did not tell. */
    settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    module: z.string().optional(),
    export: z.string().optional(),
    commit: z.string().optional(),
    dirty: z.boolean().optional(),
    node: z.string().optional(),
    platform: z.string().optional(),
    workers: z.number().optional(),
    /** Parts in which it was computed by tasks of their own, before they were merged. */
    shards: z.number().optional(),
    /** Replications that were there before. */
    found: z.number().optional(),
    seconds: z.number().optional(),
    finished: z.string().optional(),
  }),
});

/** What `manifest.json` says: which experiment, and below it how, where and when it was run. */
export type Manifest = z.infer<typeof manifestSchema>;

/** How a run was made, in full. */
export interface RunFacts {
  readonly scenario?: string;
  readonly scenarioFromHere?: string;
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  readonly module?: string;
  readonly export?: string;
  readonly commit?: string;
  readonly dirty?: boolean;
  readonly node: string;
  readonly platform: string;
  readonly workers?: number;
  readonly shards?: number;
  readonly found: number;
  readonly seconds: number;
  readonly finished: string;
}

/** Text of `manifest.json`. */
export function manifestText<S>({
  experiment,
  kind,
  target,
  milestones,
  titles: called,
  replications,
  effective,
  start,
  asOf,
  warnings = [],
  outputs,
  run,
}: {
  experiment: Experiment<S>;
  kind: ResultKind;
  target?: string | undefined;
  milestones: NonNullable<Manifest['milestones']>;
  titles?: Titles | undefined;
  replications: number;
  effective?: number | undefined;
  start?: string | undefined;
  asOf?: string | undefined;
  warnings?: readonly string[];
  outputs: readonly { readonly name: string; readonly sha256: string }[];
  run: RunFacts;
}): string {
  const { gigaramp, model, seed, files, points, given } = fromCanonicalJson(
    experiment.identity,
  ) as Identity<S>;
  const manifest = {
    schema: 1,
    experiment: experiment.id,
    gigaramp,
    model,
    seed,
    points: points
      .map((point) => point.name)
      .filter((name) => given?.isShown !== false || name !== given.point),
    kind,
    ...(target === undefined ? {} : { target }),
    ...(milestones.length === 0 ? {} : { milestones }),
    ...(called === undefined ? {} : { titles: called }),
    inputs: files,
    replications,
    ...(effective === undefined ? {} : { effectiveReplications: effective }),
    ...(start === undefined ? {} : { start }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(warnings.length === 0 ? {} : { warnings }),
    outputs,
    run,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Reads the text of `manifest.json`. */
export function parseManifest(text: string): Parsed<Manifest> {
  return parsedJson(text, manifestSchema);
}
