-- What schema.prisma cannot say.

-- The most helpful questions on a heading: without it they are looked for among all of the lesson.
CREATE INDEX "Question_heading_votes_idx" ON "Question" ("course", "lesson", "heading", "votes", "id") WHERE "heading" IS NOT NULL;
