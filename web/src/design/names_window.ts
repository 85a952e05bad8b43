import { type RefObject, useEffect, useRef } from 'react';

/** For the h1 of a screen: the window is called what it says (WCAG 2.4.2). */
export function useNamesWindow(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${heading.current?.textContent} · Tellfirst`;
  });
  return heading;
}
