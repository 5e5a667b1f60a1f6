/** The room where a list can also be sorted by dragging. Fetched on its own; without it the buttons still sort. */
import { createDragRef, createDropListRef, type DragRef } from '@angular/cdk/drag-drop';
import type { Injector } from '@angular/core';

export interface DragOrder {
  /** Makes these elements draggable by the handle inside each; call again when they change. */
  renew(items: readonly HTMLElement[]): void;
  dispose(): void;
}

/** @param dropped told from where to where an item was dragged */
export function dragOrder(
  injector: Injector,
  list: HTMLElement,
  dropped: (from: number, to: number) => void,
): DragOrder {
  const dropList = createDropListRef(injector, list);
  dropList.lockAxis = 'y';
  dropList.dropped.subscribe(({ previousIndex, currentIndex }) =>
    dropped(previousIndex, currentIndex),
  );
  let drags: DragRef[] = [];
  return {
    renew(items) {
      const kept = new Map(drags.map((drag) => [drag.getRootElement(), drag]));
      drags = items.map((item) => {
        const known = kept.get(item);
        kept.delete(item);
        if (known) return known;
        const drag = createDragRef(injector, item);
        const handle = item.querySelector<HTMLElement>('.grip');
        return handle ? drag.withHandles([handle]) : drag;
      });
      kept.forEach((drag) => drag.dispose());
      dropList.withItems(drags);
    },
    dispose() {
      drags.forEach((drag) => drag.dispose());
      dropList.dispose();
    },
  };
}
