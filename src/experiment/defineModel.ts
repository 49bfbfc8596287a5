import { furthestDay } from '../record/layout.ts';
import { asWritten } from '../refusal/index.ts';
import { InputError } from './inputError.ts';
import type { Model } from './model.ts';
import type { Column, Outputs } from '../record/index.ts';

/** A column as a script names it; what is left out has a default. */
export interface ColumnDraft extends Partial<Omit<Column, 'name'>> {
  readonly name: string;
}

/** A model as a script writes it; what is left out has a default. */
export interface ModelDraft<S> extends Partial<Omit<Model<S>, 'name' | 'outputs' | 'run'>> {
  readonly name: string;
  /** The columns, or a function of the scenario that gives them with dates and a grid. */
  readonly outputs:
    | readonly ColumnDraft[]
    | ((scenario: S) => Partial<Omit<Outputs, 'columns'>> & { readonly columns: readonly ColumnDraft[] });
  readonly run: Model<S>['run'];
}

/**
 * A model of one's own from its columns and its run. A column is a scalar without a unit unless it says more, described
 * by its name; there are no causes, no uncertain inputs and no grid of days, day 0 is 2000-01-01, and the horizon is
 * further than any run goes.
 *
 * @throws InputError on a draft without a name, outputs or run.
 * @example
 * defineModel({
 *   name: 'queue',
 *   outputs: [{ name: 'wait', unit: 'minute' }],
 *   run(simulation, { load }: { load: number }, streams) {
 *     return { wait: load * streams.open('service', 'clerk', 'time').draw(exponential(1)) };
 *   },
 * });
 */
export function defineModel<S>({ outputs, ...draft }: ModelDraft<S>): Model<S> {
  if (typeof draft.name !== 'string' || draft.name === '')
    throw new InputError(`name of a model: ${asWritten(draft.name)}, expected a text`);
  const noun = `model ${draft.name}`;
  if (typeof outputs !== 'function' && !Array.isArray(outputs))
    throw new InputError(
      `${noun}: outputs ${asWritten(outputs)}, expected a list of columns, or a function of the scenario that gives them`,
    );
  if (typeof draft.run !== 'function')
    throw new InputError(
      `${noun}: run ${asWritten(draft.run)}, expected a function that returns its outputs`,
    );
  const declared = typeof outputs === 'function' ? outputs : () => ({ columns: outputs });
  return {
    version: '1',
    causes: [],
    inputs: () => [],
    ...draft,
    outputs(scenario) {
      const { columns, ...dates } = declared(scenario);
      if (!Array.isArray(columns))
        throw new InputError(
          `${noun}: columns ${asWritten(columns)} of its outputs, expected a list of columns`,
        );
      return {
        startDate: '2000-01-01',
        horizonDays: furthestDay,
        gridDays: [],
        ...dates,
        columns: columns.map((column) => ({ kind: 'scalar', unit: '', description: column.name, ...column })),
      };
    },
  };
}
