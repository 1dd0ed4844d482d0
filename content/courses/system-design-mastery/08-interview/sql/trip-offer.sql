UPDATE trip
SET state = 'offered', version = version + 1, driver = $2,
    offer = offer + 1, offer_until = now() + interval '12 seconds'
WHERE id = $1
  AND (state = 'searching' OR state = 'offered' AND offer_until <= now())
RETURNING offer;
