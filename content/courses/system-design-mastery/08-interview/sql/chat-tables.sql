CREATE TABLE conversations (
    id       bigint PRIMARY KEY,
    last_seq bigint NOT NULL DEFAULT 0
);

CREATE TABLE messages (
    conversation_id bigint REFERENCES conversations,
    seq             bigint,
    sender_id       bigint NOT NULL,
    client_id       uuid   NOT NULL, -- made by the sender's device, the same in every retry
    body            text   NOT NULL,
    PRIMARY KEY (conversation_id, seq),
    UNIQUE (conversation_id, sender_id, client_id)
);

CREATE TABLE members (
    conversation_id bigint REFERENCES conversations,
    user_id         bigint,
    read_seq        bigint NOT NULL DEFAULT 0, -- everything up to here
    PRIMARY KEY (conversation_id, user_id)
);
CREATE INDEX ON members (user_id); -- for the sync of a device
