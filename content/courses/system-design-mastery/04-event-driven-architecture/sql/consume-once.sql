WITH first_time AS (
  INSERT INTO processed (consumer, message_id)
  VALUES ('payouts', $1)
  ON CONFLICT DO NOTHING
  RETURNING message_id
)
UPDATE account
SET balance = balance + $3
WHERE id = $2 AND EXISTS (SELECT FROM first_time);
