CREATE TABLE articles (
  id int PRIMARY KEY,
  title text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', title)) STORED
);

INSERT INTO articles (id, title)
SELECT n, CASE n % 50 WHEN 0 THEN 'lamp ' ELSE '' END || md5(n::text) || ' ' || md5((n + 1)::text)
FROM generate_series(1, 200000) AS n;

CREATE INDEX articles_by_word ON articles USING gin (words);

-- any twenty
SELECT id FROM articles WHERE words @@ 'lamp' LIMIT 20;

-- the best twenty
SELECT id FROM articles WHERE words @@ 'lamp'
ORDER BY ts_rank(words, 'lamp') DESC LIMIT 20;
