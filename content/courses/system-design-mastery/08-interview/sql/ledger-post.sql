CREATE FUNCTION post(new_key uuid, new_legs jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  posted bigint;
BEGIN
  INSERT INTO transfer (key, legs) VALUES (new_key, new_legs)
  ON CONFLICT (key) DO NOTHING
  RETURNING id INTO posted;

  IF posted IS NULL THEN
    SELECT id INTO posted FROM transfer WHERE key = new_key AND legs = new_legs;
    IF posted IS NULL THEN RAISE EXCEPTION 'key % was used for another transfer', new_key;
    END IF;
    RETURN posted;
  END IF;

  PERFORM FROM account
  WHERE id IN (SELECT (leg ->> 'account')::bigint FROM jsonb_array_elements(new_legs) AS leg)
  ORDER BY id FOR NO KEY UPDATE;

  INSERT INTO entry (transfer, account, amount)
  SELECT posted, leg.account, leg.amount
  FROM jsonb_to_recordset(new_legs) AS leg (account bigint, amount bigint);

  UPDATE account SET balance = balance + entry.amount
  FROM entry WHERE entry.transfer = posted AND entry.account = account.id;
  RETURN posted;
END $$;
