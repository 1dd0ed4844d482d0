-- Nothing of schema.prisma changes. Who follows, who is told and which open pages hear of it is decided here, in the transaction
-- of the post itself, whoever writes it: the site, a moderator, a hand in psql.

-- What waits for a digest.
CREATE INDEX "Notification_unmailed_idx" ON "Notification" ("userId", "id") WHERE "readAt" IS NULL AND "mailedAt" IS NULL;

-- Who asks, answers or comments follows the question. Who said no before has a row, which stays as it is.
CREATE FUNCTION follow_own_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "Follow" ("userId", "questionId") VALUES (NEW."authorId", NEW."id") ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER "Question_follow" AFTER INSERT ON "Question"
    FOR EACH ROW WHEN (NEW."authorId" IS NOT NULL) EXECUTE FUNCTION follow_own_question();

CREATE FUNCTION follow_joined_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "Follow" ("userId", "questionId") VALUES (NEW."authorId", NEW."questionId") ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER "Answer_follow" AFTER INSERT ON "Answer"
    FOR EACH ROW WHEN (NEW."authorId" IS NOT NULL) EXECUTE FUNCTION follow_joined_question();
CREATE TRIGGER "Comment_follow" AFTER INSERT ON "Comment"
    FOR EACH ROW WHEN (NEW."authorId" IS NOT NULL) EXECUTE FUNCTION follow_joined_question();

-- Those who took part before there was anything to follow.
INSERT INTO "Follow" ("userId", "questionId")
SELECT "authorId", "id" FROM "Question" WHERE "authorId" IS NOT NULL
UNION SELECT "authorId", "questionId" FROM "Answer" WHERE "authorId" IS NOT NULL
UNION SELECT "authorId", "questionId" FROM "Comment" WHERE "authorId" IS NOT NULL
ON CONFLICT DO NOTHING;

-- Whoever follows a question that is merged into another follows that one, unless the person said no to it.
CREATE FUNCTION follow_merged_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "Follow" ("userId", "questionId")
    SELECT f."userId", NEW."mergedIntoId" FROM "Follow" f JOIN "User" u ON u."id" = f."userId"
    WHERE f."questionId" = NEW."id" AND f."isFollowing"
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER "Question_follow_merged" AFTER UPDATE OF "mergedIntoId" ON "Question"
    FOR EACH ROW WHEN (NEW."mergedIntoId" IS DISTINCT FROM OLD."mergedIntoId" AND NEW."mergedIntoId" IS NOT NULL)
    EXECUTE FUNCTION follow_merged_question();

-- Who is told is locked as a foreign key does it: an account that is being deleted is waited for and then left out, where the
-- foreign key alone would refuse somebody's answer because a follower went in the same moment.

-- An answer that becomes shown is told to all who follow the question, in one statement, and never to its author.
-- Notification_once_idx keeps an answer that is hidden and shown again from being told twice.
CREATE FUNCTION tell_of_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "Notification" ("userId", "kind", "questionId", "answerId", "actorId")
    SELECT f."userId", 'answered', NEW."questionId", NEW."id", NEW."authorId"
    FROM "Follow" f JOIN "User" u ON u."id" = f."userId"
    WHERE f."questionId" = NEW."questionId" AND f."isFollowing" AND f."userId" IS DISTINCT FROM NEW."authorId"
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER "Answer_tell_new" AFTER INSERT ON "Answer"
    FOR EACH ROW WHEN (NEW."deletedAt" IS NULL AND NEW."hiddenAt" IS NULL) EXECUTE FUNCTION tell_of_answer();
CREATE TRIGGER "Answer_tell_shown" AFTER UPDATE OF "deletedAt", "hiddenAt" ON "Answer"
    FOR EACH ROW WHEN (NEW."deletedAt" IS NULL AND NEW."hiddenAt" IS NULL
        AND (OLD."deletedAt" IS NOT NULL OR OLD."hiddenAt" IS NOT NULL))
    EXECUTE FUNCTION tell_of_answer();

-- A comment on the question goes to its followers; one on an answer to the answer's author and to those who commented on it
-- before, unless they said no to the question.
CREATE FUNCTION tell_of_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."answerId" IS NULL THEN
        INSERT INTO "Notification" ("userId", "kind", "questionId", "commentId", "actorId")
        SELECT f."userId", 'commented', NEW."questionId", NEW."id", NEW."authorId"
        FROM "Follow" f JOIN "User" u ON u."id" = f."userId"
        WHERE f."questionId" = NEW."questionId" AND f."isFollowing" AND f."userId" IS DISTINCT FROM NEW."authorId"
        FOR KEY SHARE OF u
        ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO "Notification" ("userId", "kind", "questionId", "answerId", "commentId", "actorId")
        SELECT party."userId", 'commented', NEW."questionId", NEW."answerId", NEW."id", NEW."authorId"
        FROM (
            SELECT a."authorId" FROM "Answer" a WHERE a."id" = NEW."answerId"
            UNION
            SELECT c."authorId" FROM "Comment" c
            WHERE c."answerId" = NEW."answerId" AND c."id" < NEW."id" AND c."deletedAt" IS NULL AND c."hiddenAt" IS NULL
        ) AS party("userId") JOIN "User" u ON u."id" = party."userId"
        WHERE party."userId" IS DISTINCT FROM NEW."authorId"
            AND NOT EXISTS (SELECT 1 FROM "Follow" f WHERE f."userId" = party."userId"
                AND f."questionId" = NEW."questionId" AND NOT f."isFollowing")
        FOR KEY SHARE OF u
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "Comment_tell_new" AFTER INSERT ON "Comment"
    FOR EACH ROW WHEN (NEW."deletedAt" IS NULL AND NEW."hiddenAt" IS NULL) EXECUTE FUNCTION tell_of_comment();
CREATE TRIGGER "Comment_tell_shown" AFTER UPDATE OF "deletedAt", "hiddenAt" ON "Comment"
    FOR EACH ROW WHEN (NEW."deletedAt" IS NULL AND NEW."hiddenAt" IS NULL
        AND (OLD."deletedAt" IS NOT NULL OR OLD."hiddenAt" IS NOT NULL))
    EXECUTE FUNCTION tell_of_comment();

CREATE FUNCTION tell_of_acceptance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "Notification" ("userId", "kind", "questionId", "answerId", "actorId")
    SELECT a."authorId", 'accepted', NEW."id", a."id", NEW."authorId"
    FROM "Answer" a JOIN "User" u ON u."id" = a."authorId"
    WHERE a."id" = NEW."acceptedAnswerId" AND a."authorId" IS DISTINCT FROM NEW."authorId"
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER "Question_tell_accepted" AFTER UPDATE OF "acceptedAnswerId" ON "Question"
    FOR EACH ROW WHEN (NEW."acceptedAnswerId" IS DISTINCT FROM OLD."acceptedAnswerId" AND NEW."acceptedAnswerId" IS NOT NULL)
    EXECUTE FUNCTION tell_of_acceptance();

-- What was told of an answer follows it into the question that it is moved to.
CREATE FUNCTION move_notifications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Notification" SET "questionId" = NEW."questionId" WHERE "answerId" = NEW."id";
    RETURN NULL;
END $$;
CREATE TRIGGER "Answer_move_told" AFTER UPDATE OF "questionId" ON "Answer"
    FOR EACH ROW WHEN (NEW."questionId" <> OLD."questionId") EXECUTE FUNCTION move_notifications();

-- Open pages of a thread hear of what changes in it (docs/decisions/0074). Not of votes: NOTIFY takes a lock of the whole database
-- from just before the commit to its end, so commits that notify come one after the other, and votes are the many.
CREATE FUNCTION tell_thread(question integer, what text, by uuid, answer integer DEFAULT NULL, comment integer DEFAULT NULL)
RETURNS void LANGUAGE sql AS $$
    SELECT pg_notify('thread', json_build_object(
        'question', question, 'what', what, 'answer', answer, 'comment', comment, 'by', by)::text)
$$;

-- `by` is whose news it is not: the author's of what comes in, also when a moderator let it through; nobody's of what a
-- moderator takes away.
CREATE FUNCTION tell_thread_of_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was boolean := TG_OP <> 'INSERT' AND OLD."deletedAt" IS NULL AND OLD."hiddenAt" IS NULL;
    is_now boolean := TG_OP <> 'DELETE' AND NEW."deletedAt" IS NULL AND NEW."hiddenAt" IS NULL;
BEGIN
    IF TG_OP = 'UPDATE' AND was AND NEW."questionId" <> OLD."questionId" THEN
        PERFORM tell_thread(OLD."questionId", 'removed', NULL, OLD."id");
        was := false;
    END IF;
    IF is_now AND NOT was THEN
        PERFORM tell_thread(NEW."questionId", 'answered', NEW."authorId", NEW."id");
    ELSIF was AND NOT is_now THEN
        PERFORM tell_thread(OLD."questionId", 'removed',
            CASE WHEN TG_OP = 'UPDATE' AND NEW."deletedAt" IS NOT NULL THEN OLD."authorId" END, OLD."id");
    ELSIF was AND is_now AND NEW."version" <> OLD."version" THEN
        PERFORM tell_thread(NEW."questionId", 'edited', NEW."authorId", NEW."id");
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "Answer_live" AFTER INSERT OR DELETE OR UPDATE OF "questionId", "version", "deletedAt", "hiddenAt" ON "Answer"
    FOR EACH ROW EXECUTE FUNCTION tell_thread_of_answer();

CREATE FUNCTION tell_thread_of_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was boolean := TG_OP <> 'INSERT' AND OLD."deletedAt" IS NULL AND OLD."hiddenAt" IS NULL;
    is_now boolean := TG_OP <> 'DELETE' AND NEW."deletedAt" IS NULL AND NEW."hiddenAt" IS NULL;
BEGIN
    IF is_now AND NOT was THEN
        PERFORM tell_thread(NEW."questionId", 'commented', NEW."authorId", NEW."answerId", NEW."id");
    ELSIF was AND NOT is_now THEN
        PERFORM tell_thread(OLD."questionId", 'uncommented',
            CASE WHEN TG_OP = 'UPDATE' AND NEW."deletedAt" IS NOT NULL THEN OLD."authorId" END, OLD."answerId", OLD."id");
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "Comment_live" AFTER INSERT OR DELETE OR UPDATE OF "deletedAt", "hiddenAt" ON "Comment"
    FOR EACH ROW EXECUTE FUNCTION tell_thread_of_comment();

CREATE FUNCTION tell_thread_of_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was boolean := OLD."deletedAt" IS NULL AND OLD."hiddenAt" IS NULL AND OLD."mergedIntoId" IS NULL;
    is_now boolean := NEW."deletedAt" IS NULL AND NEW."hiddenAt" IS NULL AND NEW."mergedIntoId" IS NULL;
BEGIN
    IF NOT is_now THEN
        IF was THEN
            PERFORM tell_thread(NEW."id", 'gone',
                CASE WHEN NEW."deletedAt" IS NOT NULL THEN NEW."authorId" END);
        END IF;
    ELSIF NEW."acceptedAnswerId" IS DISTINCT FROM OLD."acceptedAnswerId" THEN
        PERFORM tell_thread(NEW."id", 'accepted', NEW."authorId", NEW."acceptedAnswerId");
    ELSIF (NEW."lockedAt" IS NULL) <> (OLD."lockedAt" IS NULL) THEN
        PERFORM tell_thread(NEW."id", CASE WHEN NEW."lockedAt" IS NULL THEN 'unlocked' ELSE 'locked' END, NULL);
    ELSIF NEW."version" <> OLD."version" THEN
        PERFORM tell_thread(NEW."id", 'edited', NEW."authorId");
    ELSIF (NEW."passageCheckedFor", NEW."passageHolds") IS DISTINCT FROM (OLD."passageCheckedFor", OLD."passageHolds") THEN
        PERFORM tell_thread(NEW."id", 'edited', NULL);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "Question_live"
    AFTER UPDATE OF "version", "acceptedAnswerId", "deletedAt", "hiddenAt", "lockedAt", "mergedIntoId", "passageCheckedFor",
        "passageHolds" ON "Question"
    FOR EACH ROW EXECUTE FUNCTION tell_thread_of_question();
