import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: number | undefined;
  readonly from: number;
  readonly to: number;
  /** Whether only who cannot see it is told the whole label. */
  readonly isShort?: boolean;
  readonly onValue: (value: number | undefined) => void;
}

/** A number within bounds that is taken when it is left or entered; what is outside of them is marked and not taken. */
export function NumberField({ label, value, from, to, isShort = false, onValue }: Props): JSX.Element {
  const written = value === undefined ? '' : String(value);
  // What is being typed stays when the page is drawn again meanwhile.
  const [draft, setDraft] = useState(written);
  useEffect(() => setDraft(written), [written]);
  const [isOutside, setOutside] = useState(false);
  useEffect(() => setOutside(false), [written]);
  const field = (
    <input
      type="number"
      min={from}
      max={to}
      step="any"
      inputMode="decimal"
      value={draft}
      onInput={({ currentTarget }) => setDraft(currentTarget.value)}
      placeholder={isShort ? 'cost, $M' : ''}
      aria-label={isShort ? label : undefined}
      onChange={({ currentTarget }) => {
        const { value: text, validity } = currentTarget;
        setOutside(!validity.valid);
        if (validity.valid) onValue(text === '' ? undefined : Number(text));
      }}
    />
  );
  const problem = isOutside && (
    <span class="failure" role="alert">
      {' '}
      expected a number from {from} to {to.toLocaleString('en-US')}
    </span>
  );
  return isShort ? (
    <>
      {field}
      {problem}
    </>
  ) : (
    <label>
      {label} {field}
      {problem}
    </label>
  );
}
