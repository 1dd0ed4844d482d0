-- What schema.prisma cannot say.

-- Questions on one heading or interview question of a lesson, to list and to count. Most questions are on none.
CREATE INDEX "Question_heading_idx" ON "Question" ("course", "lesson", "heading", "id") WHERE "heading" IS NOT NULL;
