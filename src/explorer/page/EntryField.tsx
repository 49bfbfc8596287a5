import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Titles } from '../../record/index.ts';
import type { LedgerRow } from '../../scenario/ledger.ts';
import { labelOf, type Entry } from './entries.ts';

/** A change is taken so long after the last letter. */
const QUIET_MILLISECONDS = 60;

interface Props {
  readonly entry: Entry;
  readonly titles: Titles | undefined;
  /** As it was typed; nothing: as the scenario has it. */
  readonly value: string | undefined;
  readonly problem: string | undefined;
  readonly onValue: (value: string | undefined) => void;
}

/** One input or choice with its unit, range, source and confidence beside it. */
export function EntryField({ entry, titles, value, problem, onValue }: Props): JSX.Element {
  const id = `entry-${entry.path.replaceAll(/[^\w-]/g, '_')}`;
  const isChanged = value !== undefined;
  return (
    <div class={isChanged ? 'entry changed' : 'entry'}>
      <label for={id}>{labelOf(entry.path, titles)}</label>
      <div class="field">
        {entry.kind === 'choice' ? (
          <select
            id={id}
            aria-describedby={`${id}-note`}
            value={value ?? entry.choice.value}
            onChange={({ currentTarget }) => onValue(currentTarget.value)}
          >
            {entry.choice.options.map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </select>
        ) : (
          <TypedValue
            id={id}
            written={entry.row.value}
            value={value}
            hasProblem={problem !== undefined}
            onValue={onValue}
          />
        )}
        {isChanged && (
          <button
            type="button"
            aria-label={`Undo ${labelOf(entry.path, titles)}`}
            onClick={() => onValue(undefined)}
          >
            undo
          </button>
        )}
      </div>
      <p class="note" id={`${id}-note`}>
        {problem !== undefined && <span class="failure">{problem} </span>}
        {entry.kind === 'choice'
          ? `${entry.choice.description} ${choiceOrigin(isChanged)}`
          : originOf(entry.row)}
      </p>
    </div>
  );
}

interface TypedProps {
  readonly id: string;
  readonly written: string;
  readonly value: string | undefined;
  readonly hasProblem: boolean;
  readonly onValue: (value: string | undefined) => void;
}

function TypedValue({ id, written, value, hasProblem, onValue }: TypedProps): JSX.Element {
  const [draft, setDraft] = useState(value ?? written);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setDraft(value ?? written), [value, written]);
  const take = (text: string): void => {
    clearTimeout(timer.current);
    if (text !== (value ?? written)) onValue(text);
  };
  return (
    <input
      id={id}
      type="text"
      spellcheck={false}
      autocomplete="off"
      aria-describedby={`${id}-note`}
      aria-invalid={hasProblem}
      value={draft}
      onInput={({ currentTarget }) => {
        const text = currentTarget.value;
        setDraft(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => take(text), QUIET_MILLISECONDS);
      }}
      onBlur={({ currentTarget }) => take(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget.value);
      }}
    />
  );
}

/** A choice rests on nothing that could be more or less sure. */
function choiceOrigin(isChanged: boolean): string {
  return `A choice, no estimate: ${isChanged ? 'set here' : 'stated in the scenario'}.`;
}

/** Unit, basis, confidence, source and remark of an input, in one line. */
function originOf({ unit, basis, confidence, source, asOf, note }: LedgerRow): string {
  return [
    unit === '' ? '' : `in ${unit}`,
    confidence === '' ? `${basis}, no confidence stated` : `${basis}, ${confidence} confidence`,
    source === 'scenario' ? 'stated in the scenario' : source === 'setting' ? 'set here' : source,
    asOf === '' ? '' : `as of ${asOf}`,
    note,
  ]
    .filter((part) => part !== '')
    .join('; ');
}
