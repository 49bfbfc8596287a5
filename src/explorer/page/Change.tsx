import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { inputTitle } from '../../answer/inputTitle.ts';
import type { Problem } from '../exchange.ts';
import type { Facts } from '../scenarioFacts.ts';
import type { PageState, TypedSettings } from '../link/pageState.ts';
import { changedIn, roomsOf, withSetting, writtenOf } from './entries.ts';
import { Steps } from './Steps.tsx';
import { EntryField } from './EntryField.tsx';

interface Props {
  readonly state: PageState;
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  readonly onChange: (part: Partial<PageState>) => void;
}

/** What can be changed: usual steps at one click, then every input and choice of the scenario by its part. */
export function Change({ state, facts, problems, onChange }: Props): JSX.Element {
  const [search, setSearch] = useState('');
  const { settings } = state;
  const count = Object.keys(settings).length;
  const rooms = roomsOf(facts, search);
  const set = (next: TypedSettings): void => onChange({ settings: next });
  return (
    <section class="change-panel" aria-label="Change the scenario">
      <h2>Change</h2>
      <p class="note">
        Values are written as in YAML, with their unit: a number, or low / mode / high.{' '}
        {count > 0 && (
          <button type="button" onClick={() => set({})}>
            Undo {count === 1 ? 'the change' : `all ${count} changes`}
          </button>
        )}
      </p>
      <Steps state={state} facts={facts} onChange={onChange} />
      <label class="search">
        Search inputs{' '}
        <input type="search" value={search} onInput={({ currentTarget }) => setSearch(currentTarget.value)} />
      </label>
      {rooms.map((room) => {
        const changed = changedIn(room, settings);
        return (
          <RoomDetails
            key={room.name}
            isOpen={search !== ''}
            title={inputTitle(room.name, facts.titles)}
            count={room.entries.length}
            changed={changed}
          >
            {() =>
              room.entries.map((entry) => (
                <EntryField
                  key={entry.path}
                  entry={entry}
                  titles={facts.titles}
                  value={settings[entry.path]}
                  problem={
                    problems.find(({ path }) => path !== undefined && isPathOf(path, entry.path))?.line
                  }
                  onValue={(value) =>
                    set(
                      withSetting(
                        settings,
                        entry.path,
                        value === writtenOf(entry, facts) ? undefined : value,
                      ),
                    )
                  }
                />
              ))
            }
          </RoomDetails>
        );
      })}
      {rooms.length === 0 && <p class="quiet">Nothing is called so.</p>}
    </section>
  );
}

/** `sites[1].power.firm` of a message and `sites.dedicated-1.power.firm` of a setting end alike. */
function isPathOf(problem: string, path: string): boolean {
  const ends = (text: string): string =>
    text
      .replaceAll(/\[\d+\]/g, '')
      .split('.')
      .slice(-2)
      .join('.');
  return problem === path || ends(problem) === ends(path);
}

interface RoomProps {
  readonly title: string;
  readonly count: number;
  readonly changed: number;
  /** Open whatever the reader did, as when something is searched. */
  readonly isOpen: boolean;
  readonly children: () => JSX.Element[];
}

/** A part of the scenario; its fields are made when it is opened. */
function RoomDetails({ title, count, changed, isOpen, children }: RoomProps): JSX.Element {
  const [opened, setOpened] = useState(false);
  return (
    <details open={opened || isOpen} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        {title} <span class="quiet">{count}</span>
        {changed > 0 && <span class="changed"> {changed} changed</span>}
      </summary>
      {(opened || isOpen) && children()}
    </details>
  );
}
