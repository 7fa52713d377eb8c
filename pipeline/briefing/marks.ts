import { circle } from "./circle.ts";
import type { PathCommand, PathInk } from "./ink.ts";
import { ink } from "./style.ts";

/** Marks are vectors, never glyphs, and always stand beside their word. */
export type MarkName = "good" | "bad" | "ring" | "dash" | "error" | "warning" | "note" | "red" | "amber" | "green" | "unrated";

/** Width that a mark takes with the gap to what follows it. */
export const markAdvance = 17;
/** Height of a mark's centre above the baseline of the text beside it. */
export const markRise = 3.5;

function polygon(points: readonly (readonly [number, number])[]): PathCommand[] {
  return [...points.map(([x, y], at): PathCommand => [at === 0 ? "M" : "L", x, y]), ["Z"]];
}
const diamond = (x: number, y: number, r: number): PathCommand[] =>
  polygon([
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y],
  ]);

/** The stroke and dot of "!" centred on (x, y). */
function bang(x: number, y: number, colour: string): PathInk[] {
  return [
    {
      kind: "path",
      commands: [
        ["M", x, y - 3.2],
        ["L", x, y + 0.7],
      ],
      stroke: colour,
      width: 1.5,
      round: true,
    },
    { kind: "path", commands: circle(x, y + 3, 0.85), fill: colour },
  ];
}

const outlined = (commands: PathCommand[], fill: string): PathInk[] => [{ kind: "path", commands, fill, stroke: ink.text, width: 1 }];

/** A mark centred on (x, y), larger than beside text where `scale` says so. */
export function drawMark(name: MarkName, x: number, y: number, scale = 1): PathInk[] {
  if (scale === 1) return markInks(name, x, y);
  const sized = (command: PathCommand): PathCommand => {
    const at = (n: number, centre: number): number => centre + (n - centre) * scale;
    if (command[0] === "Z") return command;
    if (command[0] === "C")
      return ["C", at(command[1], x), at(command[2], y), at(command[3], x), at(command[4], y), at(command[5], x), at(command[6], y)];
    return [command[0], at(command[1], x), at(command[2], y)];
  };
  return markInks(name, x, y).map((one) => ({ ...one, commands: one.commands.map(sized), width: (one.width ?? 1) * scale }));
}

function markInks(name: MarkName, x: number, y: number): PathInk[] {
  switch (name) {
    case "good":
      return [
        { kind: "path", commands: circle(x, y, 5), fill: ink.text },
        {
          kind: "path",
          commands: [
            ["M", x - 2.4, y + 0.2],
            ["L", x - 0.7, y + 1.9],
            ["L", x + 2.5, y - 1.7],
          ],
          stroke: ink.white,
          width: 1.4,
          round: true,
        },
      ];
    case "bad":
    case "error":
      return [{ kind: "path", commands: diamond(x, y, 6.5), fill: ink.text }, ...bang(x, y, ink.white)];
    case "warning":
      return [{ kind: "path", commands: diamond(x, y, 6.2), fill: ink.white, stroke: ink.text, width: 1.2 }, ...bang(x, y, ink.text)];
    case "ring":
    case "note":
      return [{ kind: "path", commands: circle(x, y, 4.4), stroke: ink.text, width: 1.3 }];
    case "dash":
      return [0, 1, 2, 3].map(
        (n) =>
          ({
            kind: "path",
            commands: [
              ["M", x - 5 + n * 2.9, y],
              ["L", x - 3.6 + n * 2.9, y],
            ],
            stroke: ink.text,
            width: 1.3,
          }) satisfies PathInk,
      );
    case "red":
      return outlined(diamond(x, y, 6), ink.pink);
    case "amber":
      return outlined(
        polygon([
          [x, y - 5],
          [x + 5.6, y + 4.4],
          [x - 5.6, y + 4.4],
        ]),
        ink.orange,
      );
    case "green":
      return outlined(circle(x, y, 4.8), ink.turquoise);
    case "unrated":
      return [{ kind: "path", commands: circle(x, y, 4.4), stroke: ink.grey, width: 1.1, dash: [2.2, 1.6] }];
  }
}
