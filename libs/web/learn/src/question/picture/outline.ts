/** The room of an area on a picture as a path to draw. Pure. */
import type { ImageArea } from '@tap-huan/contract';

/**
 * The path of an area in the picture's own pixels, for an SVG with the picture's size as its view box.
 * Places are thousandths of width and height, a radius thousandths of the width.
 */
export function outlineOf(area: ImageArea, image: { width: number; height: number }): string {
  const x = (value: number) => round((value / 1000) * image.width);
  const y = (value: number) => round((value / 1000) * image.height);
  switch (area.shape) {
    case 'rectangle':
      return `M${x(area.x)} ${y(area.y)}h${x(area.width)}v${y(area.height)}h${-x(area.width)}z`;
    case 'circle': {
      const r = x(area.radius);
      return `M${round(x(area.x) - r)} ${y(area.y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    }
    case 'polygon':
      return `M${area.points.map((point) => `${x(point.x)} ${y(point.y)}`).join('L')}z`;
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;
