-- on the leader, after the commit; the answer goes into the session
SELECT pg_current_wal_lsn() AS position;

-- on a follower, before the read
SELECT pg_last_wal_replay_lsn() >= $1 AS is_fresh;
