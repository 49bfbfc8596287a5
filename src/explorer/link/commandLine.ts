import { shellCommand } from '../../refusal/index.ts';
import type { PageState } from './pageState.ts';

/**
 * The one command line that gives the numbers of a page.
 *
 * @param first the scenario that the command line runs when none is named
 * @example commandLine(FRESH, 'openai-aws-38b'); // 'gigaramp run --seed 1 --replications 1000'
 */
export function commandLine(state: PageState, first: string): string {
  return commandOf(state, first, { command: 'run', words: [], replications: state.replications });
}

/**
 * The command line that shares out blame as the page does; nothing where the page does not.
 *
 * @example blameCommandLine({ ...FRESH, blame: 200 }, 'openai-aws-38b'); // 'gigaramp blame --seed 1 …'
 */
export function blameCommandLine(state: PageState, first: string): string | undefined {
  const { blame, milestone } = state;
  if (blame === undefined) return undefined;
  const words = milestone === undefined ? [] : ['--milestone', milestone];
  return commandOf(state, first, { command: 'blame', words, replications: blame });
}

function commandOf(
  { source, settings, seed }: PageState,
  first: string,
  { command, words, replications }: { command: string; words: readonly string[]; replications: number },
): string {
  const name = source?.name ?? first;
  const isFirst = source?.kind !== 'own' && name === first;
  const file = source?.kind === 'own' ? name : `${name}.yaml`;
  const begin =
    source?.kind === 'own' || isFirst
      ? []
      : [`${shellCommand(['gigaramp', 'init', file, '--template', name])} &&`];
  const sets = Object.entries(settings)
    .filter(([, value]) => value.trim() !== '')
    .flatMap(([path, value]) => ['--set', `${path}=${value}`]);
  const line = [
    'gigaramp',
    command,
    ...(isFirst ? [] : [file]),
    ...words,
    '--seed',
    seed,
    '--replications',
    String(replications),
    ...sets,
  ];
  return [...begin, shellCommand(line)].join(' ');
}
