// Topics by channels, as boxes to tick.
import type { ReactNode } from 'react';
import { channelNames } from '@/app/channels';
import { type Topic, topicNames, topics } from '@/app/topics';
import { Checkbox } from '@/design/field';
import type { Matrix, OwnChannel } from './preferences_draft';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export function TopicMatrix<C extends OwnChannel>({
  channels,
  matrix,
  isFixed = () => false,
  onSwitch,
  below,
}: {
  channels: readonly C[];
  matrix: Pick<Matrix, C>;
  /** Shown, but not chosen here. */
  isFixed?: (channel: C) => boolean;
  onSwitch: (channel: C, topic: Topic, on: boolean) => void;
  /** A last row: what holds for a channel as a whole. */
  below?: { name: string; cell: (channel: C) => ReactNode };
}) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">What is told on which channel</caption>
      <thead>
        <tr className="border-line border-b text-sm text-soft">
          <th scope="col" className="py-1.5 text-start font-medium">
            Topic
          </th>
          {channels.map((channel) => (
            <th key={channel} scope="col" className="w-20 py-1.5 text-center font-medium">
              {channelNames[channel]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr key={topic} className="border-line border-b">
            <th scope="row" className="py-1 text-start font-normal">
              {capital(topicNames[topic])}
            </th>
            {channels.map((channel) => (
              <td key={channel} className="py-1">
                <Centred>
                  <Checkbox
                    aria-label={`${capital(topicNames[topic])}: ${channelNames[channel]}`}
                    isSelected={matrix[channel].includes(topic)}
                    isDisabled={isFixed(channel)}
                    onChange={(on) => onSwitch(channel, topic, on)}
                  >
                    {null}
                  </Checkbox>
                </Centred>
              </td>
            ))}
          </tr>
        ))}
        {below && (
          <tr>
            <th scope="row" className="py-1 text-start font-normal text-soft">
              {below.name}
            </th>
            {channels.map((channel) => (
              <td key={channel} className="py-1">
                <Centred>{below.cell(channel)}</Centred>
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Centred({ children }: { children: ReactNode }) {
  return <div className="flex justify-center">{children}</div>;
}
