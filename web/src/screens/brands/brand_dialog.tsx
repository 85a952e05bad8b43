// Adds a partner's brand, or changes one.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { useFields } from '@/app/fields';
import { brandsQuery } from '@/app/shared_queries';
import { FormDialog } from '@/design/dialog';
import { FieldGroup, Select, TextField } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { type BrandDraft, bodyOf, draftOf, emptyBrand } from './brand_draft';
import type { Brand } from './data';

const languages = [
  { id: '', name: 'As the brand above' },
  { id: 'en', name: 'English' },
  { id: 'de', name: 'German' },
] as const;

const fields = [
  'name',
  'host',
  'parent',
  'accent',
  'contact.text',
  'contact.email',
  'contact.phone',
  'contact.url',
  'mail_from',
  'mail_name',
  'language',
] as const;

export function BrandDialog({
  brand,
  brands,
  onClose,
}: {
  brand: Brand | undefined;
  brands: readonly Brand[];
  onClose: () => void;
}) {
  const [draft, setDraft] = useState<BrandDraft>(brand ? draftOf(brand) : emptyBrand);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      brand
        ? ask(
            api.PUT('/api/v1/brands/{id}', {
              params: { path: { id: brand.id } },
              headers: { 'If-Match': `"${brand.version}"` },
              body: bodyOf(draft),
            }),
          )
        : ask(api.POST('/api/v1/brands', { body: bodyOf(draft) })),
    onSuccess: ({ name }) => {
      void client.invalidateQueries({ queryKey: brandsQuery.queryKey });
      say(brand ? `“${name}” is changed.` : `“${name}” has its own pages now.`);
      onClose();
    },
  });
  const { change, error, rest } = useFields(save, fields, draft, setDraft);
  const isPartner = !brand?.is_default;
  const above = brands.filter(({ id }) => id !== brand?.id).map(({ id, name }) => ({ id, name }));
  return (
    <FormDialog
      title={brand ? `Change “${brand.name}”` : 'Add a brand'}
      verb={brand ? 'Change' : 'Add'}
      isOpen
      isPending={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Refusal error={rest} />
      <TextField
        label="Name"
        help="The only name on its pages and mails."
        needed="Say whose name its pages carry."
        autoFocus
        value={draft.name}
        onChange={(name) => change({ name })}
        error={error('name')}
      />
      <TextField
        label="Host name"
        needed={isPartner ? 'Say at which host name its pages are.' : undefined}
        help="Where its pages are: status.partner.example. Point it at this server."
        value={draft.host}
        onChange={(host) => change({ host })}
        error={error('host')}
        inputProps={{ spellCheck: false }}
      />
      {isPartner && above.length > 1 && (
        <Select
          label="Stands below"
          help="Colour and language come from there where none is given here."
          options={above}
          value={draft.parent || null}
          onChange={(parent) => change({ parent })}
          error={error('parent')}
          empty="The default brand"
        />
      )}
      <TextField
        label="Colour"
        help="As in #2353a8; dark enough or light enough for text on it."
        value={draft.accent}
        onChange={(accent) => change({ accent })}
        error={error('accent')}
        inputProps={{ spellCheck: false }}
      />
      <Select
        label="Language"
        help="For readers who ask for none."
        options={languages}
        value={draft.language}
        onChange={(language) => change({ language })}
        error={error('language')}
      />
      <FieldGroup label="Where its customers get help">
        <TextField
          label="When and how help is there"
          value={draft.text}
          onChange={(text) => change({ text })}
          error={error('contact.text')}
        />
        <TextField
          label="E-mail address for help"
          type="email"
          value={draft.email}
          onChange={(email) => change({ email })}
          error={error('contact.email')}
        />
        <TextField
          label="Phone"
          type="tel"
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          error={error('contact.phone')}
        />
        <TextField
          label="Help page"
          type="url"
          value={draft.url}
          onChange={(url) => change({ url })}
          error={error('contact.url')}
        />
      </FieldGroup>
      <FieldGroup label="Its mails">
        <TextField
          label="Sender’s address"
          needed={isPartner ? 'Say from which address its mails come.' : undefined}
          help="Its domain is in all of its mails; mail to that domain has to come to this server."
          type="email"
          value={draft.mailFrom}
          onChange={(mailFrom) => change({ mailFrom })}
          error={error('mail_from')}
        />
        <TextField
          label="Sender’s name"
          help="Its own name where this is empty."
          value={draft.mailName}
          onChange={(mailName) => change({ mailName })}
          error={error('mail_name')}
        />
      </FieldGroup>
    </FormDialog>
  );
}
