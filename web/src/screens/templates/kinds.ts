import type { Template } from './queries';

export const kinds = ['incident', 'update', 'window'] as const;

/** What a template is for. */
export const kindWords: Record<Template['kind'], { one: string; many: string }> = {
  incident: { one: 'A new incident', many: 'For new incidents' },
  update: { one: 'An update', many: 'For updates' },
  window: { one: 'A window', many: 'For windows' },
};
