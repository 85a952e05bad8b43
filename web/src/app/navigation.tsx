import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import {
  Bug,
  Building2,
  CalendarClock,
  Handshake,
  Inbox,
  Keyboard,
  Layers,
  LogOut,
  type LucideIcon,
  Mails,
  MailX,
  Megaphone,
  Search,
  Siren,
  Tag,
  UserRound,
  Users,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '@/design/button';
import { Item, Menu } from '@/design/menu';
import { say } from '@/design/toast';
import { type Right, signOut, useMay, useMe, useMyName } from './session';
import {
  openIncidentsQuery,
  promiseCountsQuery,
  suspectedIncidentsQuery,
  ticketCountsQuery,
  unattributedQuery,
} from './shared_queries';

type Place = {
  name: string;
  to:
    | '/inbox'
    | '/incidents'
    | '/services'
    | '/windows'
    | '/issues'
    | '/news'
    | '/brands'
    | '/accounts'
    | '/promises'
    | '/deliverability'
    | '/outbox'
    | '/team';
  keys: string;
  icon: LucideIcon;
  right: Right;
};

export const places: readonly Place[] = [
  { name: 'Inbox', to: '/inbox', keys: 'g i', icon: Inbox, right: 'read_tickets' },
  { name: 'Incidents', to: '/incidents', keys: 'g s', icon: Siren, right: 'read_status' },
  { name: 'Services', to: '/services', keys: 'g v', icon: Layers, right: 'read_status' },
  { name: 'Windows', to: '/windows', keys: 'g w', icon: CalendarClock, right: 'read_status' },
  { name: 'Known issues', to: '/issues', keys: 'g k', icon: Bug, right: 'read_status' },
  { name: 'News', to: '/news', keys: 'g n', icon: Megaphone, right: 'read_status' },
  { name: 'Accounts', to: '/accounts', keys: 'g a', icon: Building2, right: 'read_accounts' },
  { name: 'Promises', to: '/promises', keys: 'g p', icon: Handshake, right: 'read_promises' },
  {
    name: 'Deliverability',
    to: '/deliverability',
    keys: 'g d',
    icon: MailX,
    right: 'read_proof',
  },
  { name: 'Brands', to: '/brands', keys: 'g b', icon: Tag, right: 'read_accounts' },
  { name: 'Outbox', to: '/outbox', keys: 'g o', icon: Mails, right: 'manage_team' },
  { name: 'Team', to: '/team', keys: 'g t', icon: Users, right: 'read_team' },
];

/** What needs an eye now: waiting tickets, late promises, incidents that are suspected or overdue. */
function useNeeds(): Partial<Record<Place['to'], { count: number; late: boolean; words: string }>> {
  const tickets = useQuery(ticketCountsQuery).data;
  const promises = useQuery(promiseCountsQuery).data;
  const incidents = useQuery(openIncidentsQuery).data;
  const mayProve = useMay('read_proof');
  const unattributed = useQuery({ ...unattributedQuery, enabled: mayProve }).data;
  const suspected = useQuery(suspectedIncidentsQuery).data?.items.length ?? 0;
  const open = incidents?.items.length ?? 0;
  const overdue = incidents?.items.filter((incident) => incident.overdue).length ?? 0;
  return {
    '/inbox': {
      count: tickets?.waiting_for_us ?? 0,
      late: (tickets?.overdue ?? 0) > 0,
      words: tickets?.overdue ? `waiting, ${tickets.overdue} overdue` : 'waiting',
    },
    '/incidents': {
      count: open + suspected,
      late: overdue + suspected > 0,
      words: [
        open > 0 && 'open',
        suspected > 0 && `${suspected} suspected`,
        overdue > 0 && `${overdue} overdue`,
      ]
        .filter(Boolean)
        .join(', '),
    },
    '/deliverability': {
      count: unattributed?.items.length ?? 0,
      late: false,
      words: 'to look at',
    },
    '/promises': { count: promises?.late ?? 0, late: true, words: 'late' },
  };
}

function showWhole(place: Element | null | undefined) {
  place?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

export function Navigation({
  onFind,
  onShortcuts,
}: {
  onFind: () => void;
  onShortcuts: () => void;
}) {
  const me = useMe();
  const name = useMyName();
  const needs = useNeeds();
  const list = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  // On a phone the places are a row that scrolls; where one is must be seen in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another place
  useEffect(() => showWhole(list.current?.querySelector('[data-status=active]')), [pathname]);
  return (
    <nav
      aria-label="Console"
      className="flex shrink-0 items-center gap-1 border-line print:hidden border-b bg-card px-2 py-1.5 md:w-14 md:flex-col md:items-stretch md:border-e md:border-b-0 md:py-3 lg:w-48"
    >
      <button
        type="button"
        onClick={onFind}
        className="flex min-h-8 items-center gap-2.5 rounded-md px-2.5 text-soft hover:bg-hover md:mb-3 lg:border lg:border-edge"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="grow text-start max-lg:sr-only">Find</span>
        <kbd aria-hidden className="hidden font-sans text-xs lg:block">
          Ctrl K
        </kbd>
      </button>
      <ul
        ref={list}
        // A browser is content with a part of what has the focus.
        onFocus={({ target }) => showWhole(target)}
        className="shows-more flex min-w-0 grow gap-1 overflow-x-auto max-sm:gap-0 md:flex-col md:overflow-visible"
      >
        {places
          .filter(({ right }) => me.rights.includes(right))
          .map(({ name, to, icon: Icon }) => {
            const need = needs[to];
            return (
              <li key={to} className="shrink-0">
                <Link
                  to={to}
                  title={name}
                  className="lit relative flex min-h-9 items-center gap-2.5 rounded-md px-2.5 font-medium text-soft hover:bg-hover hover:text-ink data-[status=active]:bg-chosen data-[status=active]:text-ink"
                >
                  <Icon aria-hidden className="size-4.5 shrink-0" />
                  <span className="max-lg:sr-only">{name}</span>
                  {need && need.count > 0 && (
                    <span
                      className={`ms-auto rounded-full px-1.5 text-xs max-lg:absolute max-lg:end-0 max-lg:top-0 ${need.late ? 'filled bg-bad text-card' : 'bg-unk-wash text-soft'}`}
                    >
                      {need.count}
                      <span className="sr-only"> {need.words}</span>
                    </span>
                  )}
                </Link>
              </li>
            );
          })}
      </ul>
      <Menu
        trigger={
          <Button
            look="quiet"
            className="px-2! lg:min-h-9 lg:justify-start! lg:gap-2.5! lg:px-2.5!"
          >
            <UserRound aria-hidden className="size-4.5 shrink-0 text-soft" />
            <span className="truncate text-soft max-lg:sr-only">{name}</span>
          </Button>
        }
      >
        <Item href="/me">
          <UserRound aria-hidden className="size-4" /> {name}
        </Item>
        <Item onAction={onShortcuts}>
          <Keyboard aria-hidden className="size-4" /> Shortcuts
        </Item>
        <Item
          onAction={() => {
            signOut().then(
              () => location.assign('/console/sign-in'),
              // Whoever leaves a shared desk must know that he is still signed in.
              (error: Error) => say(`You are still signed in. ${error.message}`, { tone: 'bad' }),
            );
          }}
        >
          <LogOut aria-hidden className="size-4" /> Sign out
        </Item>
      </Menu>
    </nav>
  );
}
