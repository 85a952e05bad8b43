import { AccountField } from '@/app/account_field';
import { PersonField } from '@/app/person_field';
import { useMay } from '@/app/session';
import { MomentField } from '@/design/moment_field';
import { More } from '@/design/more';
import type { Draft, DraftField } from './compose_draft';

/** What most incidents do without: an earlier beginning, an owner, trouble of one customer only. */
export function ComposeMore({
  draft,
  onChange,
  error,
  firstSeen,
}: {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  error: (field: DraftField) => string | undefined;
  firstSeen: string | undefined;
}) {
  const mayAccounts = useMay('read_accounts');
  const mayTeam = useMay('read_team');
  const isSet = Boolean(draft.started || draft.account || draft.owner);
  const isWrong = Boolean(error('started_at') ?? error('account') ?? error('owner'));
  return (
    <More
      title="It began earlier, has an owner, or hits one customer only"
      needsEye={isSet || isWrong}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <div data-field="started_at">
          <MomentField
            label="Started"
            help={draft.started ? '' : `Leave it empty if it began ${firstSeen ?? 'just now'}.`}
            value={draft.started}
            onChange={(started) => onChange({ started })}
            error={error('started_at')}
          />
        </div>
        {mayTeam && (
          <div data-field="owner">
            <PersonField
              label="Owner"
              help="Paged when the next word is late."
              value={draft.owner}
              onChange={(owner) => onChange({ owner })}
              error={error('owner')}
            />
          </div>
        )}
        {mayAccounts && (
          <div data-field="account">
            <AccountField
              label="Only this customer is hit"
              help="Nobody else is told, and nobody else sees it."
              chosen={draft.account}
              onChoose={(account) => onChange({ account })}
              error={error('account')}
            />
          </div>
        )}
      </div>
    </More>
  );
}
