import { shellCommand } from '../../app/cli/shellCommand.ts';
import type { PageState } from './pageState.ts';

/**
 * The one command line that gives the numbers of a page.
 *
 * @param first the scenario that the command line runs when none is named
 * @example commandLine(FRESH, 'openai-aws-38b'); // 'gigaramp run --seed 1 --replications 1000'
 */
export function commandLine({ source, settings, seed, replications }: PageState, first: string): string {
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
  const run = [
    'gigaramp',
    'run',
    ...(isFirst ? [] : [file]),
    '--seed',
    seed,
    '--replications',
    String(replications),
    ...sets,
  ];
  return [...begin, shellCommand(run)].join(' ');
}
