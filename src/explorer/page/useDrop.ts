import { useEffect, useRef, useState } from 'preact/hooks';
import { filesOfDrop, type BroughtFile } from './broughtFiles.ts';

/** Takes what is dropped anywhere on the page; gives whether something is dragged over it. */
export function useDrop(take: (files: readonly BroughtFile[]) => Promise<void>): boolean {
  const [isDragged, setDragged] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setDragged(true);
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setDragged(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setDragged(false);
      void filesOfDrop(event.dataTransfer).then((files) => latest.current(files));
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return isDragged;
}
