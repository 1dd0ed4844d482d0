/** The part of the library that setup uses; its published types are older than `noHinting`. */
declare module 'subset-font' {
  export default function subset(
    font: Buffer,
    characters: string,
    options: {
      targetFormat: 'woff2';
      /** Leaves out the instructions for rasterisers. */
      noHinting: boolean;
      /** OpenType layout features, four letters each. */
      keepFeatures: readonly string[];
    },
  ): Promise<Buffer>;
}
