/** Assumed authors: in every decade above 1,000 followers, a tenth of the accounts with ten times the followers. */
const authors = [
  { accounts: 500e6, followers: 100, postsADay: 0.2 },
  { accounts: 1e6, followers: 3e3, postsADay: 1.8 },
  { accounts: 1e5, followers: 3e4, postsADay: 1.8 },
  { accounts: 1e4, followers: 3e5, postsADay: 1.8 },
  { accounts: 1e3, followers: 3e6, postsADay: 1.8 },
  { accounts: 1e2, followers: 3e7, postsADay: 1.8 },
];
const users = 500e6;
const keptShare = 0.6; // feeds are kept for users seen in the last 30 days
const opensAtPeak = 60_000; // a second
const secondsADay = 100_000;
const peak = 3;
const largest = 40e6; // followers of the largest account
const listBytes = 200 * 16; // the latest 200 posts of an author

/** Costs when authors above `threshold` followers are read instead of pushed. @param {number} threshold */
export function costOf(threshold) {
  const pushed = authors.filter(({ followers }) => followers <= threshold);
  const pulled = authors.filter(({ followers }) => followers > threshold);
  const entriesADay = pushed.reduce((sum, a) => sum + a.accounts * a.postsADay * a.followers, 0) * keptShare;
  const writes = (entriesADay / secondsADay) * peak;
  const listsToMerge = pulled.reduce((sum, a) => sum + (a.accounts * a.followers) / users, 0);
  return {
    writesAtPeak: writes,
    listsToMerge,
    remoteReadsAtPeak: opensAtPeak * listsToMerge,
    localCopyBytes: pulled.reduce((sum, a) => sum + a.accounts, 0) * listBytes,
    // Twice the peak is bought, so at peak as much is spare as is used.
    burstSeconds: (Math.min(largest, threshold) * keptShare) / writes,
  };
}
