import { coordinate } from "./draw-list.ts";

const [comma, point, minus, zero] = [0x2c, 0x2e, 0x2d, 0x30];
/** Room for the longest number, its sign and its comma. */
const room = 32;

/**
 * Path data of a drawing while it is drawn. It is written byte by byte and made a string once, when it is
 * whole: put together as strings, each number would live on as several objects for as long as the drawing,
 * ten times the size of the data and the most that the collector had to carry.
 */
export class PathData {
  private bytes = Buffer.alloc(4096);
  private length = 0;
  private text: string | null = "";

  get isEmpty(): boolean {
    return this.length === 0;
  }

  clear(): void {
    this.length = 0;
    this.text = "";
  }

  /** A command and its points, as x and y in turn. */
  add(letter: string, points: readonly number[]): void {
    this.makeRoom(1 + points.length * room);
    this.bytes[this.length++] = letter.charCodeAt(0);
    for (let i = 0; i < points.length; i++) {
      if (i > 0) this.bytes[this.length++] = comma;
      this.number(points[i] as number);
    }
    this.text = null;
  }

  toString(): string {
    return (this.text ??= this.bytes.toString("latin1", 0, this.length));
  }

  /** As `coordinate` writes it. */
  private number(n: number): void {
    const hundredths = Math.round(Math.abs(n) * 100);
    if (!(hundredths < 2 ** 31)) {
      this.length += this.bytes.write(coordinate(n), this.length, "latin1");
      return;
    }
    if (n < 0 && hundredths !== 0) this.bytes[this.length++] = minus;
    const rest = hundredths % 100;
    this.digits((hundredths - rest) / 100);
    if (rest === 0) return;
    this.bytes[this.length++] = point;
    this.bytes[this.length++] = zero + Math.trunc(rest / 10);
    if (rest % 10 !== 0) this.bytes[this.length++] = zero + (rest % 10);
  }

  private digits(whole: number): void {
    let end = this.length + 1;
    for (let left = whole; left >= 10; left = Math.trunc(left / 10)) end++;
    this.length = end;
    for (let left = whole; end > 0; left = Math.trunc(left / 10)) {
      this.bytes[--end] = zero + (left % 10);
      if (left < 10) break;
    }
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = Buffer.alloc(2 * (this.length + more));
    this.bytes.copy(wider, 0, 0, this.length);
    this.bytes = wider;
  }
}
