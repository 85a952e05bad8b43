// One of many, found by typing.
import { ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Text,
  Virtualizer,
} from 'react-aria-components';
import { inputLook, type Option } from './field';

type Props<K extends string> = {
  label: string;
  options: readonly Option<K>[];
  value: K | null;
  onChange: (value: K | null) => void;
  help?: string;
  error?: string | undefined;
  placeholder?: string;
  /** Where the options come from a search: what is typed. Else they are filtered here. */
  onType?: (typed: string) => void;
  nothing?: string;
  isRequired?: boolean;
};

export function Combo<K extends string>(props: Props<K>) {
  const { label, options, value, onChange, help, error, onType, nothing = 'Nothing found' } = props;
  return (
    <ComboBox
      // Given as `items`, they are taken as found already; as `defaultItems` they are filtered here.
      {...(onType ? { items: options, onInputChange: onType } : { defaultItems: options })}
      value={value}
      onChange={(key) => onChange(key as K | null)}
      allowsEmptyCollection
      menuTrigger="focus"
      isRequired={props.isRequired ?? false}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className="font-medium">{label}</Label>
      <Group className="relative">
        <Input
          dir="auto"
          {...(props.placeholder ? { placeholder: props.placeholder } : {})}
          className={`${inputLook} pe-9`}
        />
        <Button className="absolute end-0.5 top-0.5 inline-flex size-7 items-center justify-center rounded-sm text-soft data-hovered:bg-hover">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </Group>
      {help && (
        <Text slot="description" className="text-sm text-soft">
          {help}
        </Text>
      )}
      <FieldError className="font-medium text-bad text-sm">{error}</FieldError>
      <Popover className="w-(--trigger-width) rounded-lg border border-line bg-raised p-1 shadow-raised">
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 34 }}>
          <ListBox<Option<K>>
            className="max-h-72 overflow-y-auto outline-none"
            renderEmptyState={() => <p className="px-2 py-1.5 text-soft">{nothing}</p>}
          >
            {(option) => (
              <ListBoxItem
                id={option.id}
                textValue={option.name}
                className="lit flex h-full cursor-default items-center gap-3 rounded-md px-2 outline-none data-focused:bg-hover data-selected:font-medium"
              >
                <span className="min-w-0 grow truncate" dir="auto">
                  {option.name}
                </span>
                {option.note && <span className="shrink-0 text-sm text-soft">{option.note}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  );
}
