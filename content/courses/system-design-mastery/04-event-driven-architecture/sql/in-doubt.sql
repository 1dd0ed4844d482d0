SELECT gid, database, now() - prepared AS age
FROM pg_prepared_xacts
ORDER BY prepared;
