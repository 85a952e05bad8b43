import { useEffect, useState } from 'react';

/** Seconds left; said to the eye only, a voice that counts would say nothing else. */
export function CountDown({ until, onEnd }: { until: number; onEnd: () => void }) {
  const [left, setLeft] = useState(() => until - Date.now());
  useEffect(() => {
    if (left <= 0) return onEnd();
    const timer = setTimeout(() => setLeft(until - Date.now()), left % 1_000 || 1_000);
    return () => clearTimeout(timer);
  }, [left, until, onEnd]);
  return (
    <span aria-hidden className="min-w-8 text-end font-normal text-soft">
      {Math.max(0, Math.ceil(left / 1_000))} s
    </span>
  );
}
