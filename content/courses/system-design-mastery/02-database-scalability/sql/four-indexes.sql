CREATE TABLE bare (a int, b int, c int, d int);

CREATE TABLE indexed (a int, b int, c int, d int);

CREATE INDEX ON indexed (a);

CREATE INDEX ON indexed (b);

CREATE INDEX ON indexed (c);

CREATE INDEX ON indexed (d);

INSERT INTO indexed
SELECT random(1, 1000000), random(1, 1000000), random(1, 1000000), random(1, 1000000)
FROM generate_series(1, 200000);
