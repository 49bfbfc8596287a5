import type { JSX } from 'preact';
import type { RunFolder, ScenarioCard, Source } from '../exchange.ts';
import { broughtBy, filesOfInput, type BroughtFile } from './broughtFiles.ts';
import { ScenarioText } from './ScenarioText.tsx';
import { useDrop } from './useDrop.ts';

interface Props {
  readonly scenarios: readonly ScenarioCard[];
  readonly source: Source | undefined;
  /** The text of the scenario that is shown. */
  readonly text: string | undefined;
  /** Line and column of the first thing that is wrong in it. */
  readonly wrongAt: { readonly line: number; readonly column: number } | undefined;
  readonly onPick: (source: Source) => void;
  readonly onFolder: (folder: RunFolder) => void;
  readonly onProblem: (problem: string) => void;
}

/**
 * Picks a scenario of the package, a template, or what is brought: a YAML file or a results folder, opened or dropped
 * on the page, or a text that is typed.
 */
export function ScenarioPicker({
  scenarios,
  source,
  text,
  wrongAt,
  onPick,
  onFolder,
  onProblem,
}: Props): JSX.Element {
  const own = source?.kind === 'own' ? source : undefined;
  const take = async (files: readonly BroughtFile[]): Promise<void> => {
    if (files.length === 0) return;
    const brought = await broughtBy(files);
    if (brought.kind === 'scenario') {
      const { name, text: written, bases } = brought;
      onPick({ kind: 'own', name, text: written, ...(Object.keys(bases).length === 0 ? {} : { bases }) });
    } else if (brought.kind === 'folder') onFolder(brought.folder);
    else onProblem(brought.problem);
  };

  const isDragged = useDrop(take);
  return (
    <div class={isDragged ? 'picker dragged' : 'picker'}>
      <label>
        Scenario{' '}
        <select
          value={own === undefined ? source?.name : ''}
          onChange={({ currentTarget }) => onPick({ kind: 'shipped', name: currentTarget.value })}
        >
          {own !== undefined && <option value="">{own.name}</option>}
          {([false, true] as const).map((isTemplate) => (
            <optgroup
              key={String(isTemplate)}
              label={isTemplate ? 'Templates to begin with' : 'Scenarios of the package'}
            >
              {scenarios
                .filter((card) => card.isTemplate === isTemplate)
                .map(({ name, line }) => (
                  <option key={name} value={name}>
                    {line === '' ? name : `${name}: ${line}`}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <FileButton label="Open a YAML file" accept=".yaml,.yml,text/yaml,.json" onFiles={take} />
      <FileButton label="Open a results folder" isFolder onFiles={take} />
      <span class="note">or drop either on the page</span>
      <ScenarioText
        name={own?.name ?? `${source?.name ?? 'scenario'}.yaml`}
        text={own?.text ?? text ?? ''}
        wrongAt={wrongAt}
        onRun={(written) => onPick({ ...written, bases: own?.bases })}
      />
    </div>
  );
}

interface FileProps {
  readonly label: string;
  readonly accept?: string;
  readonly isFolder?: boolean;
  readonly onFiles: (files: readonly BroughtFile[]) => Promise<void>;
}

/** A file input that looks like the other buttons. */
function FileButton({ label, accept, isFolder = false, onFiles }: FileProps): JSX.Element {
  return (
    <label class="file">
      {label}
      <input
        type="file"
        accept={accept}
        {...(isFolder ? { webkitdirectory: true } : {})}
        onChange={({ currentTarget }) => {
          void onFiles(filesOfInput(currentTarget)).then(() => {
            // The same file may be chosen again after it was mended.
            currentTarget.value = '';
          });
        }}
      />
    </label>
  );
}
