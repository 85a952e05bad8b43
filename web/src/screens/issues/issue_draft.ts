// A known issue while it is being written, and what the server is asked for.
import { fromLocal, toLocal } from '@/design/local_time';
import type { Issue, NewIssue } from './data';

export type IssueDraft = {
  title: string;
  services: string[];
  text: string;
  workaround: string;
  url: string;
  /** As a datetime-local field has it; empty: no date yet, which the page says. */
  fix: string;
  isPublic: boolean;
};

export const emptyIssue: IssueDraft = {
  title: '',
  services: [],
  text: '',
  workaround: '',
  url: '',
  fix: '',
  isPublic: true,
};

export const draftOf = (issue: Issue): IssueDraft => ({
  title: issue.title,
  services: issue.services,
  text: issue.text,
  workaround: issue.workaround?.text ?? '',
  url: issue.workaround?.url ?? '',
  fix: issue.fix.eta_at ? toLocal(Date.parse(issue.fix.eta_at)) : '',
  isPublic: issue.is_public,
});

export function bodyOf(draft: IssueDraft): NewIssue {
  const workaround = draft.workaround.trim();
  const url = draft.url.trim();
  const at = fromLocal(draft.fix);
  return {
    title: draft.title.trim(),
    services: draft.services,
    text: draft.text.trim(),
    // A link without a word about it is refused beside its field.
    ...(workaround || url ? { workaround: { text: workaround, ...(url ? { url } : {}) } } : {}),
    ...(at ? { fix: { at } } : {}),
    is_public: draft.isPublic,
  };
}
