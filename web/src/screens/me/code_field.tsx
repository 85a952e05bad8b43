import { TextField } from '@/design/field';

export function CodeField({
  help,
  value,
  onChange,
  error,
}: {
  help: string;
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
}) {
  return (
    <TextField
      label="Code"
      help={help}
      autoComplete="one-time-code"
      inputMode="numeric"
      mono
      autoFocus
      isRequired
      value={value}
      onChange={onChange}
      error={error}
      inputProps={{ spellCheck: false }}
    />
  );
}
