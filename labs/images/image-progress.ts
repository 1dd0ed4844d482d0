/** One sign of progress while the lab image is made. */
export type ImageProgress = {
  step: 'agent' | 'download' | 'packages' | 'import' | 'build' | 'clean';
  /** One line for a person, without an ending newline. */
  text: string;
  /** 0–100 within the step; null when unknown. */
  percent: number | null;
};

export type OnImageProgress = (progress: ImageProgress) => void;

/** The lab image could not be made. `message` tells a person what to do. */
export class ImageBuildError extends Error {
  override name = 'ImageBuildError';
}
