import { Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import { FieldError, Input, Label, TextField, ToggleButton } from 'react-aria-components';
import { inputLook } from './field';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** The one that is known, or one that is being chosen: what a password manager must hear. */
  kind?: 'current-password' | 'new-password';
  inputRef?: Ref<HTMLInputElement>;
  autoFocus?: boolean;
};

/** Can be pasted into, filled by a password manager, and shown (WCAG 3.3.8). */
export function PasswordField(props: Props) {
  const { label, value, onChange, error, kind = 'current-password', inputRef } = props;
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <TextField
      name="password"
      type={isShown ? 'text' : 'password'}
      autoComplete={kind}
      autoFocus={props.autoFocus ?? false}
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      isRequired
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <Label className="font-medium">{label}</Label>
      <div className="relative">
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          spellCheck={false}
          autoCapitalize="none"
          className={`${inputLook} pe-10`}
        />
        <ToggleButton
          aria-label="Show the password"
          isSelected={isShown}
          onChange={setShown}
          className="absolute end-0.5 top-0.5 inline-flex size-7 items-center justify-center rounded-sm text-soft data-hovered:bg-hover data-hovered:text-ink"
        >
          <Icon aria-hidden className="size-4" />
        </ToggleButton>
      </div>
      <FieldError className="font-medium text-bad text-sm">{error}</FieldError>
    </TextField>
  );
}
