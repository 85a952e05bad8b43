// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from './button';

afterEach(cleanup);

test('a button that waits for its answer keeps the focus and does nothing', () => {
  const onPress = vi.fn();
  const { rerender } = render(<Button onPress={onPress}>Send</Button>);
  const button = screen.getByRole('button', { name: 'Send' });
  button.focus();
  rerender(
    <Button onPress={onPress} isPending>
      Send
    </Button>,
  );
  fireEvent.click(button);
  expect(onPress).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  rerender(<Button onPress={onPress}>Send</Button>);
  fireEvent.click(button);
  expect(onPress).toHaveBeenCalledOnce();
});
