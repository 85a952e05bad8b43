import { useEffect, useRef } from 'react';

/** Stands below a list that has more: calls when it is nearly in sight. */
export function AtEnd({ onReach }: { onReach: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const newest = useRef(onReach);
  newest.current = onReach;
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && newest.current(),
      { rootMargin: '600px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={place} aria-hidden className="h-px" />;
}
