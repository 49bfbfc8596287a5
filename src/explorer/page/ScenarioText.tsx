import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Source } from '../exchange.ts';

interface Props {
  readonly name: string;
  readonly text: string;
  readonly wrongAt: { readonly line: number; readonly column: number } | undefined;
  readonly onRun: (source: Extract<Source, { kind: 'own' }>) => void;
}

/** The scenario as YAML, to be edited: a template is begun with here. */
export function ScenarioText({ name, text, wrongAt, onRun }: Props): JSX.Element {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setDraft(undefined), [text]);
  return (
    <details>
      <summary>Paste or edit YAML</summary>
      <textarea
        ref={area}
        aria-label="Scenario as YAML"
        rows={14}
        spellcheck={false}
        value={draft ?? text}
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
      />
      <div class="asked">
        <button type="button" onClick={() => onRun({ kind: 'own', name, text: area.current!.value })}>
          Run this scenario
        </button>
        {wrongAt !== undefined && (
          <button type="button" onClick={() => goTo(area.current!, wrongAt)}>
            Go to line {wrongAt.line}
          </button>
        )}
      </div>
    </details>
  );
}

/** Puts the cursor where something is wrong, and its line in the middle. */
function goTo(area: HTMLTextAreaElement, { line, column }: { line: number; column: number }): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = (area.scrollHeight * (line - 1)) / Math.max(1, lines.length) - area.clientHeight / 2;
}
