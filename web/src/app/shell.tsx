// What stands around every screen: where one can go, what needs an eye now, whether we are connected.
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { RouterProvider } from 'react-aria-components';
import { listen, useConnection } from '@/api/live';
import { onSignedOut } from '@/api/queries';
import { Toasts } from '@/design/toast';
import { Notice } from '@/design/tone';
import { Navigation, places } from './navigation';
import { useMe } from './session';
import { hasDialog, listenForShortcuts, useShortcuts } from './shortcuts';

const loadPalette = () => import('./palette');
const Palette = lazy(loadPalette);
/** When the first screen stands; whoever presses Ctrl+K types at once. */
const paletteAfterMs = 1_000;
const ShortcutSheet = lazy(() => import('./shortcut_sheet'));

/** Links of react-aria's parts; they may carry a search ("/promises?view=late"). */
const inAddress = (to: string) => `/console${to}`;

export function Shell() {
  const router = useRouter();
  const navigate = useNavigate();
  const connection = useConnection();
  const { rights } = useMe();
  const [open, setOpen] = useState<'palette' | 'sheet' | undefined>();
  const [typed, setTyped] = useState('');
  const closePalette = () => {
    setOpen(undefined);
    setTyped('');
  };

  useEffect(listen, []);
  useEffect(listenForShortcuts, []);
  useEffect(() => {
    const soon = setTimeout(() => loadPalette().catch(() => {}), paletteAfterMs);
    return () => clearTimeout(soon);
  }, []);
  useEffect(
    () =>
      onSignedOut(() => {
        const { pathname, href } = router.state.location;
        if (pathname !== '/sign-in')
          void router.navigate({ to: '/sign-in', search: { to: href, ended: true } });
      }),
    [router],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      // Over another dialog it could lead away from what is shown in it only once.
      setOpen((now) => (now === 'palette' ? undefined : hasDialog() ? now : 'palette'));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  useShortcuts('Everywhere', [
    ...places
      .filter(({ right }) => rights.includes(right))
      .map(({ name, to, keys }) => ({
        keys,
        label: `Go to ${name.toLowerCase()}`,
        run: () => void navigate({ to }),
      })),
    ...(rights.includes('publish_status')
      ? [
          {
            keys: 'n',
            label: 'Publish an incident',
            run: () => void navigate({ to: '/incidents/new' }),
          },
        ]
      : []),
    { keys: '/', label: 'Find anything (also Ctrl+K)', run: () => setOpen('palette') },
    { keys: '?', label: 'Show these shortcuts', run: () => setOpen('sheet') },
  ]);

  return (
    <RouterProvider navigate={(to) => router.history.push(inAddress(to))} useHref={inAddress}>
      <a
        href="#content"
        className="print:hidden fixed start-2 top-2 z-50 -translate-y-20 rounded-md bg-ink px-3 py-1.5 text-paper focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="flex h-dvh flex-col md:flex-row print:block print:h-auto">
        <Navigation onFind={() => setOpen('palette')} onShortcuts={() => setOpen('sheet')} />
        <div className="flex min-h-0 min-w-0 grow flex-col">
          <div aria-live="polite">
            {connection === 'lost' && (
              <div className="p-2">
                <Notice tone="warn">
                  The connection is lost. What you see may be old; what you write is kept. Trying
                  again.
                </Notice>
              </div>
            )}
          </div>
          {/* relative: what is hidden for the eye in it must not make the page itself scroll. */}
          <main
            id="content"
            tabIndex={-1}
            className="relative min-h-0 grow overflow-y-auto outline-none print:overflow-visible"
          >
            <Outlet />
          </main>
        </div>
      </div>
      <Suspense fallback={open === 'palette' && <TypedAhead text={typed} onText={setTyped} />}>
        {open === 'palette' && <Palette typed={typed} onClose={closePalette} />}
        {open === 'sheet' && <ShortcutSheet onClose={() => setOpen(undefined)} />}
      </Suspense>
      <Toasts />
    </RouterProvider>
  );
}

/** Takes what is typed until the palette has come, which goes on from there. */
function TypedAhead({ text, onText }: { text: string; onText: (text: string) => void }) {
  return (
    <input
      ref={(input) => input?.focus()}
      aria-label="Find anything"
      className="sr-only"
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
