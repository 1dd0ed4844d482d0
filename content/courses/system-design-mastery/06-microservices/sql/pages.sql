-- by number of rows
SELECT id, created_at FROM messages
ORDER BY created_at DESC, id DESC
LIMIT 20 OFFSET $1;

-- after the last row shown
SELECT id, created_at FROM messages
WHERE (created_at, id) < ($1, $2)
ORDER BY created_at DESC, id DESC
LIMIT 20;
