import { describe, expect, it } from 'vitest';
import type { Issue } from './data';
import { bodyOf, draftOf, emptyIssue } from './issue_draft';

const issue: Issue = {
  id: 'iss_aaaaaaaaaaaa',
  title: 'Old phones show no thumbnails',
  services: ['svc_aaaaaaaaaaaa'],
  text: 'Phones from before 2019.',
  workaround: { text: 'Open the gallery in a browser.', url: 'https://example.test/phones' },
  fix: {
    eta_at: '2026-12-24T10:00:00.000Z',
    eta_from: null,
    eta_words: '',
    next_word_at: null,
  },
  fix_history: [],
  is_public: false,
  affected: 3,
  helped: 1,
  created_at: '2026-11-21T10:00:00Z',
  changed_at: '2026-11-21T10:00:00Z',
  closed_at: null,
  closing_text: '',
  version: 2,
};

describe('draftOf', () => {
  it('says again what the issue says', () => {
    expect(bodyOf(draftOf(issue))).toEqual({
      title: issue.title,
      services: issue.services,
      text: issue.text,
      workaround: issue.workaround,
      fix: { at: issue.fix.eta_at },
      is_public: false,
    });
  });
});

describe('bodyOf', () => {
  it('leaves out what is not known', () => {
    expect(bodyOf({ ...emptyIssue, title: 'A ' })).toEqual({
      title: 'A',
      services: [],
      text: '',
      is_public: true,
    });
  });
  it('keeps a link without a word, so that the server can say what is missing', () => {
    expect(bodyOf({ ...emptyIssue, url: 'https://example.test' }).workaround).toEqual({
      text: '',
      url: 'https://example.test',
    });
  });
});
