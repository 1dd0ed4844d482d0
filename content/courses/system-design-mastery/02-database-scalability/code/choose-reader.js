/**
 * @typedef {{ name: string, applied: number }} Database  `applied`: how far it has replayed the log
 * @typedef {{ seen: number }} Session                    `seen`: the latest position that this user wrote or read
 */

/**
 * A follower that is at least as new as what this user has already seen; the leader if there is none.
 * @param {Session} session
 * @param {readonly Database[]} followers
 * @param {Database} leader
 */
export function chooseReader(session, followers, leader) {
  const fresh = followers.filter((follower) => follower.applied >= session.seen);
  const chosen = fresh[Math.floor(Math.random() * fresh.length)] ?? leader;
  session.seen = Math.max(session.seen, chosen.applied);
  return chosen;
}
