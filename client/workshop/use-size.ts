/** The size of an element, as it changes. */
import { type RefObject, useLayoutEffect, useRef, useState } from "react";

export interface Size {
  width: number;
  height: number;
}

export function useSize<T extends HTMLElement = HTMLElement>(): [RefObject<T | null>, Size] {
  const element = useRef<T>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const read = () =>
      setSize((known) =>
        known.width === box.clientWidth && known.height === box.clientHeight
          ? known
          : { width: box.clientWidth, height: box.clientHeight },
      );
    read();
    const resized = new ResizeObserver(read);
    resized.observe(box);
    return () => resized.disconnect();
  }, []);
  return [element, size];
}
