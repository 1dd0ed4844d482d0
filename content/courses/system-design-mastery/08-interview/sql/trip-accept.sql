UPDATE trip
SET state = 'accepted', version = version + 1
WHERE id = $1 AND driver = $2 AND offer = $3
  AND state = 'offered' AND offer_until > now()
RETURNING version;
