import type { Scope } from "../core/diagnosis/verdict.ts";
import { ICON_UNITS, iconShapes } from "./icon-drawing.ts";

/** Paints the icon of a scope. @param size width and height in pixels @throws where the browser has no canvas */
export function paintIcon(scope: Scope, size: number): ImageData {
  const context = new OffscreenCanvas(size, size).getContext("2d");
  if (context === null) throw new Error("this browser has no canvas");
  context.scale(size / ICON_UNITS, size / ICON_UNITS);
  context.lineJoin = context.lineCap = "round";
  for (const { path, colour, pen } of iconShapes(scope)) {
    const outline = new Path2D(path);
    context.fillStyle = context.strokeStyle = colour;
    if (pen === null) context.fill(outline);
    else {
      context.lineWidth = pen;
      context.stroke(outline);
    }
  }
  return context.getImageData(0, 0, size, size);
}
