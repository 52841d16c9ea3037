import { useRef } from 'react';
import type { PointerEvent, RefObject } from 'react';
import { spotAt, VIEW, type Frame, type Spot } from './map-frame.ts';

export interface Point {
  x: number;
  y: number;
}

interface Moves {
  drawing: RefObject<SVGSVGElement | null>;
  onPointerDown: (event: PointerEvent<SVGSVGElement>) => void;
  onPointerMove: (event: PointerEvent<SVGSVGElement>) => void;
  onPointerUp: (event: PointerEvent<SVGSVGElement>) => void;
}

/** A hand that trembles has not moved the map. */
const STILL = 6;

/** Drags the map, or presses on it. */
export function useMapMoves(
  frame: Frame,
  { onMove, onPress }: { onMove: (centre: Spot) => void; onPress: (at: Point) => void },
): Moves {
  const drawing = useRef<SVGSVGElement>(null);
  const grip = useRef<{ from: Frame; at: Point; moved: boolean }>(undefined);
  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const box = drawing.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    const scale = VIEW.width / box.width;
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
  };
  return {
    drawing,
    onPointerDown(event) {
      grip.current = { from: frame, at: pointAt(event), moved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event) {
      const held = grip.current;
      if (!held) return;
      const at = pointAt(event);
      const [x, y] = [at.x - held.at.x, at.y - held.at.y];
      if (!held.moved && Math.hypot(x, y) < STILL) return;
      held.moved = true;
      onMove(spotAt(held.from, { x: VIEW.width / 2 - x, y: VIEW.height / 2 - y }));
    },
    onPointerUp(event) {
      const held = grip.current;
      grip.current = undefined;
      if (held && !held.moved) onPress(pointAt(event));
    },
  };
}
