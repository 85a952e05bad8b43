import type { ReactNode } from 'react';
import {
  CheckboxContext,
  ComboBoxContext,
  Provider,
  RadioGroupContext,
  SelectContext,
  TextFieldContext,
} from 'react-aria-components';

/** While its content is being sent, fields can be read but not changed; they keep the focus. */
export function Locked({ when: isReadOnly, children }: { when: boolean; children: ReactNode }) {
  return (
    <Provider
      values={[
        [TextFieldContext, { isReadOnly }],
        [RadioGroupContext, { isReadOnly }],
        [CheckboxContext, { isReadOnly }],
        [ComboBoxContext, { isReadOnly }],
        // It knows no reading only.
        [SelectContext, { isDisabled: isReadOnly }],
      ]}
    >
      {children}
    </Provider>
  );
}
