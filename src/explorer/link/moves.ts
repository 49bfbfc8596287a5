import type { PageState, TypedSettings } from './pageState.ts';

/** What is dragged or typed and changes little by little. */
const LITTLE_BY_LITTLE = new Set<keyof PageState>(['date', 'from', 'to', 'size', 'spend', 'costs']);

/**
 * Whether a change of state is a move, to which a reader wants to come back with Back: another scenario, view,
 * baseline, milestone …, or other settings. A value that is typed further, a date that is dragged and a chart that is
 * looked at closer are none.
 */
export function isMove(before: PageState, after: PageState): boolean {
  return (Object.keys(after) as (keyof PageState)[]).some((name) => {
    if (LITTLE_BY_LITTLE.has(name) || before[name] === after[name]) return false;
    if (name === 'settings') return differ(before.settings, after.settings);
    if (name === 'baseline') return isOtherBaseline(before.baseline, after.baseline);
    return name !== 'source' || !isSameSource(before.source, after.source);
  });
}

/** Whether settings are of other paths, or of several at once, as a step makes them. */
function differ(before: TypedSettings, after: TypedSettings): boolean {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = paths.filter((path) => before[path] !== after[path]);
  return changed.length > 1 || changed.some((path) => !(path in before) || !(path in after));
}

function isOtherBaseline(before: PageState['baseline'], after: PageState['baseline']): boolean {
  if (before === undefined || after === undefined) return before !== after;
  return differ(before, after);
}

function isSameSource(before: PageState['source'], after: PageState['source']): boolean {
  if (before?.kind === 'own' && after?.kind === 'own')
    return before.name === after.name && before.text === after.text;
  return before?.kind === after?.kind && before?.name === after?.name;
}
