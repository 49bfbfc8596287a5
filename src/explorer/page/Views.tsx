import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { VIEWS, type View } from '../link/pageState.ts';
import { Ledger } from './Ledger.tsx';
import type { ViewProps } from './viewProps.ts';

const TITLES: Readonly<Record<View, string>> = {
  readiness: 'Readiness',
  fan: 'GPUs in service',
  sites: 'Sites',
  binding: 'What binds',
  blame: 'Blame',
  tenants: 'Tenants',
  spend: 'Spend',
  ledger: 'Ledger',
};

/** The views behind their tabs; the charts are loaded after the page stands. */
export function Views({ state, said, facts, tell, onChange }: Omit<ViewProps, 'picture'>): JSX.Element {
  const [Charts, setCharts] = useState<ComponentType<ViewProps> | undefined>(undefined);
  useEffect(() => {
    void import('./ChartView.tsx').then(({ ChartView }) => setCharts(() => ChartView));
  }, []);
  const { view } = state;
  const { picture, isCurrent } = said;
  const views = VIEWS.filter((name) => name !== 'tenants' || facts.hasFleets || view === name);
  const go = (event: KeyboardEvent): void => {
    const place = placeAfter(event.key, views.indexOf(view), views.length);
    if (place === undefined) return;
    // Home and End would scroll the page too.
    event.preventDefault();
    onChange({ view: views[place]! });
    document.querySelector<HTMLElement>(`#tab-${views[place]!}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label="Views">
        {views.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === view}
            aria-controls="view"
            tabIndex={name === view ? 0 : -1}
            onClick={() => onChange({ view: name })}
            onKeyDown={go}
          >
            {TITLES[name]}
          </button>
        ))}
      </div>
      <div
        id="view"
        role="tabpanel"
        aria-labelledby={`tab-${view}`}
        class={isCurrent ? 'view' : 'view stale'}
      >
        {view === 'ledger' ? (
          <Ledger facts={facts} />
        ) : picture === undefined || Charts === undefined ? (
          <p class="quiet">The first curve is on its way.</p>
        ) : (
          <Charts state={state} said={said} facts={facts} picture={picture} tell={tell} onChange={onChange} />
        )}
      </div>
    </>
  );
}

/** The place among `count` tabs to which a key goes from another, round and round; nothing for another key. */
function placeAfter(key: string, place: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (place + 1) % count;
  if (key === 'ArrowLeft') return (place + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
