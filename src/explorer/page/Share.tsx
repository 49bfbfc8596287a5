import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { blameCommandLine, commandLine } from '../link/commandLine.ts';
import type { PageState } from '../link/pageState.ts';
import type { DeskHandle, Said } from './useDesk.ts';

interface Props {
  readonly state: PageState;
  readonly said: Said;
  readonly tell: DeskHandle['tell'];
  /** Whether what was asked last cannot be run. */
  readonly isRefused: boolean;
}

const COPY = 'Copy the link to this picture';

/** What others can use: the link, the tables, the scenario, and the command line that gives the same numbers. */
export function Share({ state, said, tell, isRefused }: Props): JSX.Element {
  const { picture, isCurrent, first } = said;
  const [copied, setCopied] = useState(COPY);
  useEffect(() => setCopied(COPY), [state]);
  const line = first === undefined ? '' : commandLine(state, first);
  const blamed = first === undefined ? undefined : blameCommandLine(state, first);
  const isDone = isCurrent && picture?.replications === picture?.total;
  return (
    <section class="share" aria-label="Share">
      <h3>Take it along</h3>
      <div class="asked">
        <button
          type="button"
          onClick={() =>
            void hasCopied(location.href).then((isCopied) =>
              setCopied(
                isCopied ? 'Link copied' : 'Copy it from the address bar: the browser forbids it here',
              ),
            )
          }
        >
          {copied}
        </button>
        <button type="button" onClick={() => tell({ kind: 'scenario' })}>
          Scenario (YAML)
        </button>
        <label>
          Table (CSV){' '}
          <select
            value=""
            disabled={!isDone}
            onChange={({ currentTarget }) => {
              if (currentTarget.value !== '') tell({ kind: 'table', name: currentTarget.value });
              currentTarget.value = '';
            }}
          >
            <option value="">{isDone ? 'save one' : 'when the run is done'}</option>
            {picture?.tables.map((name) => (
              <option key={name} value={name}>
                {name}.csv
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="note">
        {isRefused
          ? 'The command line for these numbers stands here again when what is wrong is mended.'
          : 'The same numbers on the command line:'}
      </p>
      {!isRefused && (
        <pre tabIndex={0}>
          <code>{line}</code>
        </pre>
      )}
      {!isRefused && blamed !== undefined && (
        <pre tabIndex={0}>
          <code>{blamed}</code>
        </pre>
      )}
    </section>
  );
}

/** Browsers give no clipboard to a page that did not come by HTTPS or from this machine, or refuse it when asked. */
async function hasCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
