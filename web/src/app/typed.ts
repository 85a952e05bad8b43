import { useEffect, useRef, useState } from 'react';

const pauseMs = 150;

/** What is typed shows at once; the address, and with it the list, follows after a short pause. */
export function useTyped(
  value: string,
  onPause: (value: string) => void,
): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value);
  const said = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address changed by itself (back, a link): that is what holds now.
  useEffect(() => {
    if (value === said.current) return;
    said.current = value;
    clearTimeout(timer.current);
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return [
    typed,
    (next) => {
      setTyped(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        said.current = next;
        onPause(next);
      }, pauseMs);
    },
  ];
}
