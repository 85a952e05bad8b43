// The address bar is the state of a view: what can be sent to a colleague stands in it.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Refused } from '@/api/problem';
import { queries } from '@/api/queries';
import { Failure, Skeleton } from '@/design/states';
import { draftsBelongTo } from './drafts';
import { Failed } from './failed';
import { Lost } from './lost';
import { meQuery } from './session';
import { Shell } from './shell';

const root = createRootRoute({ component: Outlet, notFoundComponent: Lost });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string; ended?: true } => ({
    // Only ever back into the console, never to an address from elsewhere.
    ...(typeof search.to === 'string' && /^\/(?!\/)/.test(search.to) ? { to: search.to } : {}),
    ...(search.ended === true ? { ended: true } : {}),
  }),
  component: lazyRouteComponent(() => import('@/screens/sign_in/sign_in_screen'), 'SignInScreen'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    try {
      const { person, token } = await queries.ensureQueryData(meQuery);
      draftsBelongTo(person?.id ?? token?.id ?? '');
    } catch (error) {
      if (error instanceof Refused && error.status === 401)
        throw redirect({ to: '/sign-in', search: { to: location.href } });
      throw error;
    }
  },
  component: Shell,
  errorComponent: Failed,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', replace: true });
  },
});

const words = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** A number in the address is read as one; a search is text. */
const searched = (value: unknown) => words(typeof value === 'number' ? String(value) : value);

function oneOf<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((each) => each === value);
}

export const ticketViews = ['waiting_for_us', 'waiting_for_customer', 'solved', 'all'] as const;
export type TicketView = (typeof ticketViews)[number];

export type TicketList = { view?: TicketView; q?: string };

function ticketList(search: Record<string, unknown>): TicketList {
  const view = oneOf(search.view, ticketViews);
  const q = searched(search.q);
  return { ...(view ? { view } : {}), ...(q ? { q } : {}) };
}

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  validateSearch: ticketList,
  component: lazyRouteComponent(() => import('@/screens/inbox/inbox_screen'), 'InboxScreen'),
});

const ticket = createRoute({
  getParentRoute: () => inside,
  path: '/tickets/$id',
  // The list that one came from, so that one can go through it.
  validateSearch: ticketList,
  component: lazyRouteComponent(() => import('@/screens/ticket/ticket_screen'), 'TicketScreen'),
});

const windows = createRoute({
  getParentRoute: () => inside,
  path: '/windows',
  // An id shows that window or recurring window; "new" makes one.
  validateSearch: (search): { month?: string; window?: string; series?: string } => {
    const month = words(search.month);
    const window = words(search.window);
    const series = words(search.series);
    return {
      ...(month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
      ...(window ? { window } : {}),
      ...(series ? { series } : {}),
    };
  },
  component: lazyRouteComponent(() => import('@/screens/windows/windows_screen'), 'WindowsScreen'),
});

const issues = createRoute({
  getParentRoute: () => inside,
  path: '/issues',
  component: lazyRouteComponent(() => import('@/screens/issues/issues_screen'), 'IssuesScreen'),
});

const news = createRoute({
  getParentRoute: () => inside,
  path: '/news',
  validateSearch: (search): { tell?: true } => (search.tell === true ? { tell: true } : {}),
  component: lazyRouteComponent(() => import('@/screens/news/news_screen'), 'NewsScreen'),
});

const brands = createRoute({
  getParentRoute: () => inside,
  path: '/brands',
  // The brand of which is shown what waits for its release.
  validateSearch: (search): { held?: string } => {
    const held = words(search.held);
    return held ? { held } : {};
  },
  component: lazyRouteComponent(() => import('@/screens/brands/brands_screen'), 'BrandsScreen'),
});

export const deliverabilityViews = ['unattributed', 'all', 'channels'] as const;

const deliverability = createRoute({
  getParentRoute: () => inside,
  path: '/deliverability',
  // Without a view: blocked addresses. A bounce is shown over any of them.
  validateSearch: (search): { view?: (typeof deliverabilityViews)[number]; bounce?: string } => {
    const view = oneOf(search.view, deliverabilityViews);
    const bounce = words(search.bounce);
    return { ...(view ? { view } : {}), ...(bounce ? { bounce } : {}) };
  },
  component: lazyRouteComponent(
    () => import('@/screens/deliverability/deliverability_screen'),
    'DeliverabilityScreen',
  ),
});

const incidents = createRoute({
  getParentRoute: () => inside,
  path: '/incidents',
  component: lazyRouteComponent(
    () => import('@/screens/incidents/incidents_screen'),
    'IncidentsScreen',
  ),
});

const newIncident = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/new',
  // The suspicion that is published.
  validateSearch: (search): { suspected?: string } => {
    const suspected = words(search.suspected);
    return suspected ? { suspected } : {};
  },
  component: lazyRouteComponent(
    () => import('@/screens/incidents/compose_screen'),
    'ComposeScreen',
  ),
});

/** On which side of "told" a contact stands. */
export const sides = ['told', 'on_the_way', 'not_told'] as const;
export type Side = (typeof sides)[number];

const incident = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/$id',
  // The contact is the one of whom is shown what he got.
  validateSearch: (search): { proof?: Side; q?: string; contact?: string } => {
    const proof = oneOf(search.proof, sides);
    const q = searched(search.q);
    const contact = words(search.contact);
    return { ...(proof ? { proof } : {}), ...(q ? { q } : {}), ...(contact ? { contact } : {}) };
  },
  component: lazyRouteComponent(
    () => import('@/screens/incidents/incident_screen'),
    'IncidentScreen',
  ),
});

const incidentProof = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/$id/proof',
  component: lazyRouteComponent(
    () => import('@/screens/proof/proof_screen'),
    'IncidentProofScreen',
  ),
});

const windowProof = createRoute({
  getParentRoute: () => inside,
  path: '/windows/$id/proof',
  component: lazyRouteComponent(() => import('@/screens/proof/proof_screen'), 'WindowProofScreen'),
});

const newsProof = createRoute({
  getParentRoute: () => inside,
  path: '/news/$id/proof',
  component: lazyRouteComponent(() => import('@/screens/proof/proof_screen'), 'NewsProofScreen'),
});

const templates = createRoute({
  getParentRoute: () => inside,
  path: '/templates',
  // "new", or the one that is changed.
  validateSearch: (search): { change?: string } => {
    const change = words(search.change);
    return change ? { change } : {};
  },
  component: lazyRouteComponent(
    () => import('@/screens/templates/templates_screen'),
    'TemplatesScreen',
  ),
});

const services = createRoute({
  getParentRoute: () => inside,
  path: '/services',
  validateSearch: (search): { q?: string; change?: string } => {
    const q = searched(search.q);
    // "new", or the one that is changed.
    const change = words(search.change);
    return { ...(q ? { q } : {}), ...(change ? { change } : {}) };
  },
  component: lazyRouteComponent(
    () => import('@/screens/services/services_screen'),
    'ServicesScreen',
  ),
});

export const uptimePeriods = ['7d', '30d', '90d', 'month', 'last_month'] as const;
export type UptimePeriod = (typeof uptimePeriods)[number];

const service = createRoute({
  getParentRoute: () => inside,
  path: '/services/$id',
  validateSearch: (search): { period?: UptimePeriod } => {
    const period = oneOf(search.period, uptimePeriods);
    return period ? { period } : {};
  },
  component: lazyRouteComponent(() => import('@/screens/services/service_screen'), 'ServiceScreen'),
});

const accounts = createRoute({
  getParentRoute: () => inside,
  path: '/accounts',
  validateSearch: (search): { q?: string; plan?: string } => {
    const q = searched(search.q);
    const plan = words(search.plan);
    return { ...(q ? { q } : {}), ...(plan ? { plan } : {}) };
  },
  component: lazyRouteComponent(
    () => import('@/screens/accounts/accounts_screen'),
    'AccountsScreen',
  ),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/accounts/$id',
  // The webhook of which is shown what was posted, or the contact of whom how he is told, or (got)
  // what he got.
  validateSearch: (search): { webhook?: string; contact?: string; got?: string } => {
    const webhook = words(search.webhook);
    const contact = words(search.contact);
    const got = words(search.got);
    return {
      ...(webhook ? { webhook } : {}),
      ...(contact ? { contact } : {}),
      ...(got ? { got } : {}),
    };
  },
  component: lazyRouteComponent(() => import('@/screens/accounts/account_screen'), 'AccountScreen'),
});

const plan = createRoute({
  getParentRoute: () => inside,
  path: '/plans/$id',
  component: lazyRouteComponent(() => import('@/screens/accounts/plan_screen'), 'PlanScreen'),
});

export const promiseViews = [
  'open',
  'late',
  'kept',
  'done_late',
  'broken',
  'withdrawn',
  'all',
] as const;
export type PromiseView = (typeof promiseViews)[number];

const promises = createRoute({
  getParentRoute: () => inside,
  path: '/promises',
  validateSearch: (search): { view?: PromiseView; promise?: string } => {
    const view = oneOf(search.view, promiseViews);
    // One promise, or "new".
    const promise = words(search.promise);
    return { ...(view ? { view } : {}), ...(promise ? { promise } : {}) };
  },
  component: lazyRouteComponent(
    () => import('@/screens/promises/promises_screen'),
    'PromisesScreen',
  ),
});

const team = createRoute({
  getParentRoute: () => inside,
  path: '/team',
  component: lazyRouteComponent(() => import('@/screens/team/team_screen'), 'TeamScreen'),
});

const me = createRoute({
  getParentRoute: () => inside,
  path: '/me',
  component: lazyRouteComponent(() => import('@/screens/me/me_screen'), 'MeScreen'),
});

const outbox = createRoute({
  getParentRoute: () => inside,
  path: '/outbox',
  validateSearch: (search): { mail?: string } => {
    const mail = words(search.mail);
    return mail ? { mail } : {};
  },
  component: lazyRouteComponent(() => import('@/screens/outbox/outbox_screen'), 'OutboxScreen'),
});

const design = createRoute({
  getParentRoute: () => inside,
  path: '/design',
  component: lazyRouteComponent(() => import('@/screens/design/design_screen'), 'DesignScreen'),
});

export const router = createRouter({
  basepath: '/console',
  routeTree: root.addChildren([
    signIn,
    inside.addChildren([
      home,
      inbox,
      ticket,
      windows,
      issues,
      news,
      brands,
      deliverability,
      incidents,
      newIncident,
      incident,
      incidentProof,
      windowProof,
      newsProof,
      templates,
      services,
      service,
      accounts,
      account,
      plan,
      promises,
      team,
      me,
      outbox,
      design,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
  defaultPendingComponent: () => <Skeleton lines={8} className="p-6" />,
  defaultErrorComponent: ({ error, reset }) => (
    <Failure error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
  ),
  scrollRestoration: true,
  // What scrolls is not the window (shell.tsx). A dialog in the address keeps it (resetScroll: false).
  scrollToTopSelectors: ['#content'],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
