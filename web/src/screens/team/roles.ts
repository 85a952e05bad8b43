// Roles and rights in words. What a role may is the server's to say (team/rights.cpp); these
// sentences only describe it.
import type { Row } from '@/api/client';
import type { Right } from '@/app/session';

export type Role = Row<'/api/v1/people'>['role'];

export const roles: Record<Role, { name: string; note: string }> = {
  agent: { name: 'Agent', note: 'Answers, publishes, keeps promises' },
  lead: { name: 'Lead', note: 'All of that, plans, services and imports' },
  auditor: { name: 'Auditor', note: 'Reads everything, does nothing' },
  owner: { name: 'Owner', note: 'Everything, the team and tokens too' },
};

export const roleOptions = (Object.keys(roles) as Role[]).map((id) => ({ id, ...roles[id] }));

type Given = Exclude<Right, 'anyone' | 'signed_in'>;

/** What a token can be narrowed to, in the words of its routes. */
export const rightWords: Record<Given, string> = {
  read_tickets: 'Read tickets',
  answer_tickets: 'Answer tickets',
  read_accounts: 'Read accounts',
  write_accounts: 'Change accounts',
  read_promises: 'Read promises',
  keep_promises: 'Make and keep promises',
  read_status: 'Read incidents and services',
  publish_status: 'Publish incidents',
  write_services: 'Change services',
  read_proof: 'Read proof and outbox',
  read_plans: 'Read plans',
  write_plans: 'Change plans',
  import_data: 'Import data',
  read_team: 'Read the team',
  manage_team: 'Manage the team',
  manage_tokens: 'Manage all tokens',
  read_facts: 'Read facts',
  read_settings: 'Read settings',
  manage_settings: 'Change settings',
  write_observations: 'Send observations',
};

export const rights = Object.keys(rightWords) as Given[];
