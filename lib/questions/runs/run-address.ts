const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pattern = new RegExp(`^(https?://[^\\s/]+)?/runs/(${uuid})/?$`, 'i');
const line = new RegExp(`^[ \\t]*<?(?:https?://[^\\s/]+)?/runs/${uuid}/?>?[ \\t]*$`, 'im');

/** The run that an address of this site names, or null. `site` is the site's own origin. */
export const runIdOf = (address: string, site: string): string | null => {
  const [, origin, run] = pattern.exec(address.trim()) ?? [];
  return run !== undefined && (origin === undefined || origin === site) ? run.toLowerCase() : null;
};

/** Whether a text may place a run: for a hint while it is written. The site decides. */
export const mayPlaceRun = (text: string) => line.test(text);

/** A post shows so many runs; further ones stay links. */
export const mostRuns = 5;
