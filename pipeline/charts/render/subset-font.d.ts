declare module "subset-font" {
  /** The font with only the characters of `text`, as bytes of the format asked for. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: "sfnt" | "woff" | "woff2"; noLayoutClosure?: boolean },
  ): Promise<Buffer>;
}
