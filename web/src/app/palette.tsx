// Go anywhere and find anybody by typing: screens first, then what is called like that.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  Building2,
  FileText,
  Layers,
  type LucideIcon,
  MessageSquare,
  Plus,
  Siren,
} from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { api, ask } from '@/api/client';
import { places } from './navigation';
import { useMay, useMe } from './session';
import { openIncidentsQuery, servicesQuery } from './shared_queries';

type Entry = { id: string; name: string; note?: string; icon: LucideIcon };

const mostServices = 6;

function useFound(wish: string): { tickets: Entry[]; accounts: Entry[] } {
  const enabled = wish.length >= 2;
  const mayTickets = useMay('read_tickets');
  const mayAccounts = useMay('read_accounts');
  const tickets = useQuery({
    queryKey: ['tickets', 'palette', wish],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/tickets', { params: { query: { q: wish, limit: 6 } }, signal })),
    enabled: enabled && mayTickets,
    placeholderData: keepPreviousData,
  });
  const accounts = useQuery({
    queryKey: ['accounts', 'palette', wish],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/accounts', { params: { query: { q: wish, limit: 6 } }, signal })),
    enabled: enabled && mayAccounts,
    placeholderData: keepPreviousData,
  });
  if (!enabled) return { tickets: [], accounts: [] };
  return {
    tickets: (tickets.data?.items ?? []).map((ticket) => ({
      id: `/tickets/${ticket.id}`,
      name: `#${ticket.number} ${ticket.subject}`,
      note: ticket.contact_name,
      icon: MessageSquare,
    })),
    accounts: (accounts.data?.items ?? []).map((account) => ({
      id: `/accounts/${account.id}`,
      name: account.name,
      note: account.plan_name,
      icon: Building2,
    })),
  };
}

/** Open incidents and services are few, and most of the time at hand already. */
function useStatus(wanted: string): { incidents: Entry[]; services: Entry[] } {
  const enabled = useMay('read_status') && wanted.length >= 2;
  const incidents = useQuery({ ...openIncidentsQuery, enabled }).data?.items ?? [];
  const services = useQuery({ ...servicesQuery, enabled }).data?.items ?? [];
  const isWanted = ({ name }: Entry) => enabled && name.toLowerCase().includes(wanted);
  return {
    incidents: incidents
      .map(({ id, title }) => ({ id: `/incidents/${id}`, name: title, icon: Siren }))
      .filter(isWanted),
    services: services
      .filter(({ retired_at }) => !retired_at)
      .map(({ id, name }) => ({ id: `/services/${id}`, name, icon: Layers }))
      .filter(isWanted)
      .slice(0, mostServices),
  };
}

function Section({ title, entries }: { title: string; entries: Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <MenuSection>
      <Header className="px-2.5 pt-2 pb-1 text-sm text-soft">{title}</Header>
      <Collection items={entries}>
        {({ id, name, note, icon: Icon }) => (
          <MenuItem
            id={id}
            textValue={name}
            className="lit flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 outline-none data-focused:bg-chosen"
          >
            <Icon aria-hidden className="size-4 shrink-0 text-soft" />
            <span className="truncate" dir="auto">
              {name}
            </span>
            {note && <span className="ms-auto shrink-0 text-sm text-soft">{note}</span>}
          </MenuItem>
        )}
      </Collection>
    </MenuSection>
  );
}

/** `typed` is what was typed before it was there. */
export default function Palette({ typed, onClose }: { typed: string; onClose: () => void }) {
  const navigate = useNavigate();
  const me = useMe();
  const [wish, setWish] = useState(typed);
  const found = useFound(useDeferredValue(wish.trim()));
  const wanted = wish.trim().toLowerCase();
  const status = useStatus(wanted);
  const screens: Entry[] = [
    ...places
      .filter(({ right }) => me.rights.includes(right))
      .map(({ name, to, icon }) => ({ id: to, name, icon })),
    ...(me.rights.includes('publish_status')
      ? [
          { id: '/incidents/new', name: 'Publish an incident', icon: Plus },
          { id: '/templates', name: 'Templates', icon: FileText },
        ]
      : []),
  ].filter(({ name }) => name.toLowerCase().includes(wanted));

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-40 flex items-start justify-center bg-shade p-3 pt-[12vh]"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded-xl border border-line bg-raised shadow-raised">
        <Dialog aria-label="Find anything" className="outline-none">
          <Autocomplete inputValue={wish} onInputChange={setWish}>
            <SearchField aria-label="Find anything" autoFocus className="border-line border-b">
              <Input
                placeholder="Screen, service, ticket, customer"
                className="w-full bg-transparent px-4 py-3 text-lg outline-none placeholder:text-soft [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Menu
              aria-label="Found"
              className="max-h-[50vh] overflow-y-auto p-1.5 outline-none"
              onAction={(key) => {
                onClose();
                void navigate({ to: String(key) });
              }}
              renderEmptyState={() => (
                <p className="px-2.5 py-6 text-center text-soft">Nothing is called like that.</p>
              )}
            >
              <Section title="Screens" entries={screens} />
              <Section title="Open incidents" entries={status.incidents} />
              <Section title="Services" entries={status.services} />
              <Section title="Tickets" entries={found.tickets} />
              <Section title="Accounts" entries={found.accounts} />
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
