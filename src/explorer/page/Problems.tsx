import type { JSX } from 'preact';
import type { Problem, Source } from '../exchange.ts';
import type { PageState } from '../link/pageState.ts';
import type { Said } from './useDesk.ts';

/** What is wrong, if anything is. */
export function Problems({
  problems,
  state: { settings },
  said,
  onChange,
}: {
  readonly problems: readonly Problem[];
  readonly state: PageState;
  readonly said: Said;
  readonly onChange: (part: Partial<PageState>) => void;
}): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <div class="warning problems" role="alert">
      <p>
        {problems.length === 1 ? 'One thing is' : `${problems.length} things are`} wrong
        {said.picture === undefined || said.isCurrent ? '' : '; below is the result from before this change'}.
      </p>
      <pre>{problems.map(({ line }) => line).join('\n')}</pre>
      {Object.keys(settings).length > 0 && (
        <button type="button" onClick={() => onChange({ settings: {} })}>
          Undo all changes
        </button>
      )}
    </div>
  );
}

/** Where in the text that is shown the first thing is wrong. */
export function wrongAt(
  problems: readonly Problem[],
  source: Source | undefined,
): { line: number; column: number } | undefined {
  if (source?.kind !== 'own') return undefined;
  return problems.find(({ at }) => at?.file === source.name)?.at;
}
