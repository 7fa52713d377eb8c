/** Signs that move the cursor, colour or turn round what follows them: names of files may hold them. */
const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A line as it may stand on a console: control signs are shown by their number and do nothing. */
export const printable = (line: string): string =>
  line.replace(controls, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
