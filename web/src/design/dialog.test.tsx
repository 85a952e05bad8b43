// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { FormDialog } from './dialog';
import { TextField } from './field';

afterEach(cleanup);

function form(props: {
  isPending: boolean;
  error?: string;
  needed?: string;
  onSubmit?: () => void;
  onClose?: () => void;
}) {
  const { isPending, error, onSubmit = () => {}, onClose = () => {} } = props;
  return (
    <FormDialog
      title="Add"
      verb="Save"
      isOpen
      isPending={isPending}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <TextField label="Name" />
      <TextField label="Address" error={error} />
      {props.needed && <TextField label="Reason" needed={props.needed} />}
    </FormDialog>
  );
}

test('the field that was refused has the focus', () => {
  const { rerender } = render(form({ isPending: true }));
  rerender(form({ isPending: false, error: 'This address is taken.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Address'));
});

test('a form that waits for its answer is not sent again', () => {
  const onSubmit = vi.fn();
  const { rerender } = render(form({ isPending: true, onSubmit }));
  fireEvent.submit(screen.getByLabelText('Name').closest('form') as HTMLFormElement);
  expect(onSubmit).not.toHaveBeenCalled();
  rerender(form({ isPending: false, onSubmit }));
  fireEvent.submit(screen.getByLabelText('Name').closest('form') as HTMLFormElement);
  expect(onSubmit).toHaveBeenCalledOnce();
});

test('a form that waits for its answer is not closed or changed: the answer may be shown once', () => {
  const onClose = vi.fn();
  const close = () => {
    fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Escape' });
    fireEvent.click(screen.getByText('Cancel'));
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  };
  const { rerender } = render(form({ isPending: true, onClose }));
  close();
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByLabelText<HTMLInputElement>('Name').readOnly).toBe(true);
  rerender(form({ isPending: false, onClose }));
  close();
  expect(onClose).toHaveBeenCalledTimes(3);
  expect(screen.getByLabelText<HTMLInputElement>('Name').readOnly).toBe(false);
});

test('what must not be empty says so and has the focus; nothing is sent', () => {
  const onSubmit = vi.fn();
  render(form({ isPending: false, needed: 'Say why.', onSubmit }));
  const reason = screen.getByLabelText(/Reason/);
  fireEvent.submit(reason.closest('form') as HTMLFormElement);
  expect(onSubmit).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(reason);
  screen.getByText('Say why.');
});
