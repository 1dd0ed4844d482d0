UPDATE job
SET attempts = attempts + 1, due = now() + interval '30 seconds'
WHERE id = (
  SELECT id FROM job
  WHERE due <= now() AND attempts < 5
  ORDER BY due, id
  LIMIT 1
  FOR UPDATE SKIP LOCKED
)
RETURNING id, payload, attempts;
