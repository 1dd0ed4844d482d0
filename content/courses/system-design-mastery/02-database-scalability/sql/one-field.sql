CREATE TABLE article_documents (id int PRIMARY KEY, body jsonb NOT NULL);

CREATE TABLE article_likes (id int PRIMARY KEY, likes int NOT NULL);

INSERT INTO article_documents
SELECT 1, jsonb_build_object('likes', 0, 'text', string_agg(md5(n::text), ''))
FROM generate_series(1, 3200) AS n;

INSERT INTO article_likes VALUES (1, 0);

-- the document of 100 KB
UPDATE article_documents
SET body = jsonb_set(body, '{likes}', '1')
WHERE id = 1;

-- the row
UPDATE article_likes SET likes = likes + 1 WHERE id = 1;
