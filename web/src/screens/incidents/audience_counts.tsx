// How many hear of it, by channel and by plan; how many do not, and why.
import { Mark } from '@/design/tone';
import { countOf, grouped } from '@/design/words';
import { byChannels, channelLines, heldWords, withheldReason } from './audience_words';
import type { Audience } from './data';

export function AudienceCounts({ audience }: { audience: Audience }) {
  const lines = channelLines(audience.channels);
  return (
    <>
      <p>
        <strong className="text-xl">{grouped(audience.will_be_told)}</strong> will be told
        {byChannels(audience.channels.map(({ channel }) => channel))}
        {heldWords(audience)}
        <span className="block text-soft">
          of {countOf(audience.contacts, 'contact')} at {countOf(audience.accounts, 'account')}
        </span>
      </p>
      {lines.length > 0 && (
        <ul aria-label="By channel" className="flex flex-col gap-0.5">
          {lines.map(({ channel, count, more }) => (
            <li key={channel} className="flex justify-between gap-3">
              <span>
                {channel}
                {more && <span className="block text-sm text-soft">{more}</span>}
              </span>
              <span className="tabular-nums">{count}</span>
            </li>
          ))}
        </ul>
      )}
      {audience.plans.length > 0 && <Plans plans={audience.plans} />}
      <ul className="flex flex-col gap-0.5">
        {audience.withheld.map(({ reason, contacts }) => (
          <li key={reason}>
            <Mark tone="unk" icon="off">
              {grouped(contacts)} not told: {withheldReason(reason)}
            </Mark>
          </li>
        ))}
        {audience.unknown_exposure > 0 && (
          <li>
            <Mark tone="warn" icon="unk">
              {countOf(audience.unknown_exposure, 'account')} told because we do not know what they
              use.
            </Mark>
          </li>
        )}
      </ul>
    </>
  );
}

function Plans({ plans }: Pick<Audience, 'plans'>) {
  return (
    <table className="w-full">
      <caption className="sr-only">By plan</caption>
      <thead className="text-sm text-soft">
        <tr>
          <th scope="col" className="text-start font-medium">
            Plan
          </th>
          <th scope="col" className="text-end font-medium">
            Accounts
          </th>
          <th scope="col" className="text-end font-medium">
            Told
          </th>
        </tr>
      </thead>
      <tbody>
        {plans.map(({ plan, name, accounts, contacts, will_be_told }) => (
          <tr key={plan ?? 'subscribers'} className="border-line border-t">
            <th scope="row" className="py-0.5 text-start font-normal">
              {plan ? name : 'Subscribers of the page'}
            </th>
            <td className="text-end">{plan && grouped(accounts)}</td>
            <td className="text-end">
              {grouped(will_be_told)} of {grouped(contacts)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
