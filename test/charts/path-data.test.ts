import fc from "fast-check";
import { expect, it } from "vitest";
import { coordinate } from "../../pipeline/charts/render/draw-list.ts";
import { PathData } from "../../pipeline/charts/render/path-data.ts";

const number = fc.oneof(
  fc.double({ min: -5000, max: 5000, noNaN: true }),
  fc.integer({ min: -200_000, max: 200_000 }).map((n) => n / 100),
  fc.constantFrom(0, -0, 0.004, 0.005, -0.004, 0.1, 9.99, 9.995, 10, 99.999, 2 ** 31 / 100, 1e9, 1e21, -1e-9, Infinity, NaN),
);
const command = fc.record({ letter: fc.constantFrom("M", "L", "C", "Z"), points: fc.array(number, { maxLength: 6 }) });

it("writes every point as a coordinate is written, however many there are", () => {
  const path = new PathData();
  fc.assert(
    fc.property(fc.array(command, { maxLength: 400 }), (commands) => {
      path.clear();
      expect(path.isEmpty).toBe(true);
      for (const { letter, points } of commands) path.add(letter, points);
      const written = commands.map(({ letter, points }) => letter + points.map(coordinate).join(",")).join("");
      expect(path.toString()).toBe(written);
      expect(path.isEmpty).toBe(commands.length === 0);
      path.add("Z", []);
      expect(path.toString()).toBe(`${written}Z`);
    }),
  );
});
