/** What every site that shows previews takes, in pixels. */
export const pictureSize = { width: 1200, height: 630 };
