import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScenarioCard, Source } from '../exchange.ts';

/** Most letters of a file that is taken: more than any scenario has. */
const MOST_BYTES = 2_000_000;

interface Props {
  readonly scenarios: readonly ScenarioCard[];
  readonly source: Source | undefined;
  readonly onPick: (source: Source) => void;
}

/** Picks a scenario of the package, a template, or a YAML file that is opened, dropped on the page or typed. */
export function ScenarioPicker({ scenarios, source, onPick }: Props): JSX.Element {
  const [text, setText] = useState<string | undefined>(undefined);
  const own = source?.kind === 'own' ? source : undefined;
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined || file.size > MOST_BYTES) return;
    onPick({ kind: 'own', name: file.name, text: await file.text() });
  };

  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      void take(event.dataTransfer?.files[0]);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [onPick]);

  return (
    <div class="picker">
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
      <label class="file">
        Open a YAML file{' '}
        <input
          type="file"
          accept=".yaml,.yml,text/yaml"
          onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
        />
      </label>
      <details>
        <summary>Paste or edit YAML</summary>
        <textarea
          aria-label="Scenario as YAML"
          rows={14}
          spellcheck={false}
          value={text ?? own?.text ?? 'extends: gigaramp:models/scenarios/openai-aws-38b.yaml\nname: mine\n'}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button
          type="button"
          onClick={({ currentTarget }) => {
            const typed = (currentTarget.previousElementSibling as HTMLTextAreaElement).value;
            onPick({ kind: 'own', name: own?.name ?? 'scenario.yaml', text: typed });
          }}
        >
          Run this scenario
        </button>
      </details>
    </div>
  );
}
