import { traceEvents } from '../explain/index.ts';
import { dateOfDay } from '../record/index.ts';
import { explainedRun, type ReplicationOptions } from './explainedRun.ts';

/**
 * One replication in the trace-event format, as JSON for Perfetto: the model's groups of tracks, activities and waits
 * as slices, causes as flows.
 *
 * @throws InputError on a replication that cannot be, or a model that explains nothing.
 */
export function traceReplication<S>(options: ReplicationOptions<S> & { name: string }): string {
  const { model, scenario, seed, replication, name } = options;
  const { simulation, explained } = explainedRun(options);
  const { startDate } = model.outputs(scenario);
  const events = traceEvents(simulation, {
    trackOf:
      explained.trackOf ??
      ((entity, activity) => ({ group: model.name, track: simulation.entityName(entity) || activity })),
    dateOf: (day) => dateOfDay(startDate, day),
  });
  // An event a line: a file that can be looked at and compared.
  return `{"displayTimeUnit":"ms","otherData":${JSON.stringify({
    scenario: name,
    seed,
    replication,
    timeZero: 'the first event; one day is 86,400 s',
  })},"traceEvents":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`;
}
