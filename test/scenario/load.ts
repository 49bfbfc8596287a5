import type * as z from 'zod';
import {
  formatIssue,
  loadScenario,
  ScenarioError,
  type Loaded,
  type Setting,
} from '../../src/scenario/index.ts';

export interface Given<T> {
  files: Record<string, string>;
  schema: z.ZodType<T>;
  catalog?: Record<string, string>;
  settings?: Record<string, Setting>;
}

/** Loads the first of the given files. */
export function load<T>({ files, schema, catalog = {}, settings = {} }: Given<T>): Loaded<T> {
  return loadScenario({
    file: Object.keys(files)[0],
    load: (path) => files[path],
    schema,
    catalog: (room) => catalog[room],
    settings,
  });
}

/** The issues of a scenario that must not load, as lines. */
export function issuesOf<T>(given: Given<T>): string[] {
  try {
    load(given);
  } catch (error) {
    if (error instanceof ScenarioError) return error.issues.map(formatIssue);
    throw error;
  }
  return [];
}
