import type { Track } from '../experiment/model.ts';
import { CauseKind, parentOf, type Simulation } from '../kernel/index.ts';

/** One event of the trace-event format; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: 'X' | 'M' | 's' | 'f';
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly cat?: string;
  readonly id?: number;
  readonly bp?: 'e';
  readonly args?: Readonly<Record<string, string | number>>;
}

const MICROSECONDS_A_DAY = 86_400e6;
const HOUR_DAYS = 1 / 24;

/**
 * All that happened in one replication as trace events: a slice for each activity and each wait, and a flow from what
 * each waited for.
 *
 * What happens alike at the same time on one track is one slice with a count. Times count from the first event, so
 * that none is negative. The format: "Trace Event Format", Google (2016), as Perfetto reads it.
 *
 * @param options.trackOf where a slice of an entity with this label goes; nothing to leave it out
 * @param options.dateOf shown beside every slice
 * @example JSON.stringify({ traceEvents: traceEvents(simulation, { trackOf, dateOf }) })
 */
export function traceEvents(
  simulation: Simulation,
  {
    trackOf,
    dateOf,
  }: { trackOf: (entity: number, label: string) => Track | undefined; dateOf: (day: number) => string },
): TraceEvent[] {
  const { causes } = simulation;
  const board = openBoard();
  const placed = new Map<number, Slice & Place>();
  const zero = causes.time[0]!;
  const microseconds = (day: number): number => Math.round((day - zero) * MICROSECONDS_A_DAY);
  const slices = slicesOf(simulation, trackOf);
  for (const slice of slices) {
    const place = board.place(slice.track, slice.from, slice.to);
    for (const event of slice.events) placed.set(event, { ...slice, ...place });
  }
  const drawn = slices.map(({ events, name, isWait, from, to }): TraceEvent => {
    const { pid, tid } = placed.get(events[0]!)!;
    return {
      name,
      cat: isWait ? 'wait' : 'activity',
      ph: 'X',
      pid,
      tid,
      ts: microseconds(from),
      dur: microseconds(to) - microseconds(from),
      args: {
        entity: simulation.entityName(causes.entity(events[0]!)),
        count: events.length,
        from: dateOf(from),
        to: dateOf(to),
        days: Number((to - from).toFixed(3)),
      },
    };
  });
  const flows = slices.flatMap(({ events }): TraceEvent[] => {
    const end = placed.get(events[0]!)!;
    const start = sourceOf(simulation, events[0]!, placed);
    if (start === undefined || (start.pid === end.pid && start.tid === end.tid)) return [];
    const flow = { name: 'cause', cat: 'cause', id: events[0]! };
    // Inside the slice it comes from: its end belongs to what follows.
    const leaves = Math.max(microseconds(start.from), microseconds(start.to) - 1);
    return [
      { ...flow, ph: 's', pid: start.pid, tid: start.tid, ts: leaves },
      { ...flow, ph: 'f', bp: 'e', pid: end.pid, tid: end.tid, ts: microseconds(end.from) },
    ];
  });
  return [...board.names(), ...drawn, ...flows];
}

interface Place {
  readonly pid: number;
  readonly tid: number;
}

interface Slice {
  readonly events: number[];
  readonly name: string;
  readonly isWait: boolean;
  readonly track: Track;
  readonly from: number;
  readonly to: number;
}

/**
 * Every event that took time, from when it began or was waited for; alike ones together, in order of their beginning.
 */
function slicesOf(
  simulation: Simulation,
  trackOf: (entity: number, label: string) => Track | undefined,
): Slice[] {
  const { causes, recordedRows } = simulation;
  const slices = new Map<string, Slice>();
  for (let event = 1; event <= recordedRows; event++) {
    const to = causes.time[event]!;
    const began = causes.time[parentOf(causes, event, 'stop')]!;
    const label = simulation.labelName(causes.label(event));
    const isWait = causes.kind(event) === CauseKind.granted;
    const name = isWait ? `wait for ${label}` : label;
    if (causes.isExogenous(event) || to <= began) continue;
    const track = trackOf(causes.entity(event), name);
    if (track === undefined) continue;
    const from = track.isDate === true ? Math.max(began, to - HOUR_DAYS) : began;
    const key = JSON.stringify([track.group, track.track, name, from, to]);
    const alike = slices.get(key);
    if (alike === undefined) slices.set(key, { events: [event], name, isWait, track, from, to });
    else alike.events.push(event);
  }
  return [...slices.values()].sort((a, b) => a.from - b.from || a.events[0]! - b.events[0]!);
}

/** The slice that set another off: the nearest before it that took time. */
function sourceOf(
  { causes }: Simulation,
  event: number,
  placed: ReadonlyMap<number, Slice & Place>,
): (Slice & Place) | undefined {
  let at = parentOf(causes, event, 'stop');
  while (at > 0 && !placed.has(at)) at = causes.enabler(at);
  return placed.get(at);
}

/** Gives tracks their numbers, and slices that overlap lanes of their own. */
function openBoard() {
  const groups = new Map<string, { pid: number; tracks: Map<string, { tid: number; ends: number }[]> }>();
  const metadata: TraceEvent[] = [];
  let threads = 0;
  return {
    names: () => metadata,
    place({ group, track }: Track, from: number, to: number): Place {
      let own = groups.get(group);
      if (own === undefined) {
        own = { pid: groups.size + 1, tracks: new Map() };
        groups.set(group, own);
        metadata.push({ name: 'process_name', ph: 'M', pid: own.pid, tid: 0, args: { name: group } });
      }
      const lanes = own.tracks.get(track) ?? [];
      own.tracks.set(track, lanes);
      let lane = lanes.find(({ ends }) => ends <= from);
      if (lane === undefined) {
        lane = { tid: ++threads, ends: 0 };
        lanes.push(lane);
        const name = lanes.length === 1 ? track : `${track} (${lanes.length})`;
        metadata.push({ name: 'thread_name', ph: 'M', pid: own.pid, tid: lane.tid, args: { name } });
      }
      lane.ends = to;
      return { pid: own.pid, tid: lane.tid };
    },
  };
}
