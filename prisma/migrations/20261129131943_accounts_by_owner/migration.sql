-- CreateIndex
CREATE INDEX "Answer_authorId_id_idx" ON "Answer"("authorId", "id");

-- CreateIndex
CREATE INDEX "Comment_authorId_id_idx" ON "Comment"("authorId", "id");

-- CreateIndex
CREATE INDEX "Revision_editorId_idx" ON "Revision"("editorId");

-- CreateIndex
CREATE INDEX "RunCard_userId_idx" ON "RunCard"("userId");

-- CreateIndex
CREATE INDEX "Notification_actorId_idx" ON "Notification"("actorId");

-- CreateIndex
CREATE INDEX "Flag_resolverId_idx" ON "Flag"("resolverId");

-- What schema.prisma cannot say.

-- The few who hold a role, found without reading the many.
CREATE INDEX "User_staff_idx" ON "User" ("role", "id") WHERE "role" <> 'learner';
