CREATE FUNCTION send_message(conversation bigint, sender bigint, client uuid, content text)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    number bigint;
BEGIN
    -- Everybody who sends to this conversation queues here until we commit.
    PERFORM FROM conversations WHERE id = conversation FOR UPDATE;

    SELECT seq INTO number FROM messages
    WHERE conversation_id = conversation AND sender_id = sender AND client_id = client;
    IF FOUND THEN
        RETURN number; -- a retry: the same answer as the first time
    END IF;

    UPDATE conversations SET last_seq = last_seq + 1
    WHERE id = conversation RETURNING last_seq INTO number;
    INSERT INTO messages VALUES (conversation, number, sender, client, content);
    RETURN number;
END $$;
