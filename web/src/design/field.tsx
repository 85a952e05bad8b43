// Fields: a label that stays, help before the error, the error beside what is wrong.
import { Check, ChevronDown, Search, X } from 'lucide-react';
import { type ReactNode, type Ref, useContext } from 'react';
import {
  Checkbox as AriaCheckbox,
  SearchField as AriaSearchField,
  Select as AriaSelect,
  Switch as AriaSwitch,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Button,
  type CheckboxProps,
  FieldError,
  Group,
  Input,
  type InputProps,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  SelectValue,
  type SwitchProps,
  Text,
  TextArea,
} from 'react-aria-components';
import { IsAsked } from './needed';

/** How a box looks into which one types. */
export const inputLook =
  'w-full rounded-md border border-edge bg-card px-2.5 py-1 text-ink placeholder:text-soft data-invalid:border-bad data-disabled:opacity-60';

function Below({ help, error }: { help?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {help && (
        <Text slot="description" className="text-sm text-soft">
          {help}
        </Text>
      )}
      <FieldError className="text-sm font-medium text-bad">{error}</FieldError>
    </>
  );
}

type Common = { label: string; help?: ReactNode; error?: string | undefined; hideLabel?: boolean };

type TextFieldProps = Common &
  Omit<AriaTextFieldProps, 'className' | 'children' | 'isInvalid'> & {
    /** What is said where it is empty when its dialog is sent. */
    needed?: string | undefined;
    inputProps?: InputProps;
    inputRef?: Ref<HTMLInputElement>;
    areaRef?: Ref<HTMLTextAreaElement>;
    /** More than one: a text area that grows with its text. */
    rows?: number;
    /** For codes, of which each character counts. */
    mono?: boolean;
  };

export function TextField({
  label,
  help,
  error,
  needed,
  hideLabel,
  rows = 1,
  mono = false,
  inputProps,
  inputRef,
  areaRef,
  ...rest
}: TextFieldProps) {
  const isMissing = useContext(IsAsked) && !rest.value?.trim();
  const wrong = error ?? (isMissing ? needed : undefined);
  return (
    <AriaTextField
      {...rest}
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(needed ? { isRequired: true, 'data-needed': true } : {})}
      isInvalid={Boolean(wrong)}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      {!hideLabel && <Label className="font-medium">{label}</Label>}
      {rows > 1 ? (
        <TextArea
          {...(areaRef ? { ref: areaRef } : {})}
          {...(hideLabel ? { placeholder: label } : {})}
          rows={rows}
          dir="auto"
          className={`${inputLook} field-sizing-content max-h-[50vh] resize-y leading-normal`}
          style={{ minHeight: `${rows * 1.45 + 0.9}em` }}
        />
      ) : (
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          {...inputProps}
          dir="auto"
          className={`${inputLook} ${mono ? 'font-mono tracking-wider' : ''}`}
        />
      )}
      <Below help={help} error={wrong} />
    </AriaTextField>
  );
}

export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  inputRef,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
}) {
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className="group relative"
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-2 left-2.5 size-4 text-soft"
      />
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        placeholder={placeholder ?? label}
        dir="auto"
        className={`${inputLook} px-8 [&::-webkit-search-cancel-button]:hidden`}
      />
      <Button
        aria-label="Clear"
        className="absolute top-1 right-1 inline-flex size-6 items-center justify-center rounded-sm text-soft group-data-empty:hidden data-hovered:bg-hover"
      >
        <X aria-hidden className="size-4" />
      </Button>
    </AriaSearchField>
  );
}

/** `isRest`: what holds where nothing is chosen; it does not ask for an eye. */
export type Option<K extends string> = { id: K; name: string; note?: string; isRest?: boolean };

export function Select<K extends string>({
  label,
  help,
  error,
  hideLabel,
  options,
  value,
  onChange,
  isDisabled = false,
  empty = 'Choose',
}: Common & {
  options: readonly Option<K>[];
  value: K | null;
  /** What stands there while nothing is chosen. */
  empty?: string;
  onChange: (value: K) => void;
  isDisabled?: boolean;
}) {
  const chosen = options.find((option) => option.id === value);
  return (
    <AriaSelect
      {...(hideLabel ? { 'aria-label': label } : {})}
      value={value}
      onChange={(key) => key !== null && onChange(key as K)}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1"
    >
      {!hideLabel && <Label className="font-medium">{label}</Label>}
      <Button className={`${inputLook} flex min-h-8 items-center gap-2 text-start`}>
        <SelectValue className="grow truncate">{chosen?.name ?? empty}</SelectValue>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-soft" />
      </Button>
      <Below help={help} error={error} />
      <Popover className="min-w-(--trigger-width) overflow-auto rounded-lg border border-line bg-raised p-1 shadow-raised">
        <ListBox items={options} className="outline-none">
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.name}
              className="lit flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 outline-none data-focused:bg-hover"
            >
              {({ isSelected }) => (
                <>
                  <Check
                    aria-hidden
                    className={`size-4 shrink-0 ${isSelected ? '' : 'invisible'}`}
                  />
                  <span className="grow">
                    {option.name}
                    {option.note && <span className="block text-sm text-soft">{option.note}</span>}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One of a few, all in sight: filters and short choices. */
export function Choice<K extends string>({
  label,
  options,
  value,
  onChange,
  hideLabel,
  help,
  error,
}: Common & { options: readonly Option<K>[]; value: K; onChange: (value: K) => void }) {
  return (
    <RadioGroup
      {...(hideLabel ? { 'aria-label': label } : {})}
      // A value that is none of them would leave no radio button that Tab can reach.
      value={options.some(({ id }) => id === value) ? value : null}
      onChange={(next) => onChange(next as K)}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      orientation="horizontal"
      className="flex flex-col gap-1"
    >
      {!hideLabel && <Label className="font-medium">{label}</Label>}
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            className={`inline-flex min-h-8 cursor-default items-center rounded-md border border-edge bg-card px-2.5 py-1 data-hovered:bg-hover data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-focus ${option.isRest ? 'lit data-selected:border-soft data-selected:bg-hover' : 'filled data-selected:border-ink data-selected:bg-ink data-selected:text-paper'}`}
          >
            {option.name}
          </Radio>
        ))}
      </div>
      <Below help={help} error={error} />
    </RadioGroup>
  );
}

export function Checkbox({
  children,
  ...rest
}: Omit<CheckboxProps, 'className' | 'children'> & { children: ReactNode }) {
  return (
    <AriaCheckbox
      {...rest}
      className="group flex min-h-6 cursor-default items-start gap-2 data-disabled:text-soft"
    >
      {({ isSelected }) => (
        <>
          <span className="filled mt-0.5 flex size-4.5 shrink-0 items-center justify-center rounded-sm border border-edge bg-card group-data-selected:border-ink group-data-selected:bg-ink group-data-selected:text-paper group-data-disabled:opacity-45 group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus">
            {isSelected && <Check aria-hidden className="size-3.5" />}
          </span>
          <span className="min-w-0">{children}</span>
        </>
      )}
    </AriaCheckbox>
  );
}

export function Switch({
  children,
  ...rest
}: Omit<SwitchProps, 'className' | 'children'> & { children: ReactNode }) {
  return (
    <AriaSwitch
      {...rest}
      className="group flex min-h-6 cursor-default items-center gap-2.5 data-disabled:text-soft"
    >
      <span className="filled flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-card p-0.5 group-data-selected:border-ink group-data-selected:bg-ink group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus">
        <span className="size-3.5 rounded-full border border-edge bg-soft transition-transform group-data-selected:translate-x-4 group-data-selected:border-paper group-data-selected:bg-paper" />
      </span>
      <span className="min-w-0">{children}</span>
    </AriaSwitch>
  );
}

/** Fields that belong together, with a name for the whole. */
export function FieldGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group aria-label={label} className="flex flex-col gap-3">
      {children}
    </Group>
  );
}
