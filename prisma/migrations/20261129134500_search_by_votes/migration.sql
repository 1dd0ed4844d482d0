-- One index a tier of votes in place of one over all questions: lib/questions/search/store.ts asks them one after the other
-- until it has enough matches, so that a word that is in every question is read in the helpful ones only.
DROP INDEX "Question_search_idx";
CREATE INDEX "Question_search_helpful_idx" ON "Question" USING GIN ("search") WHERE "votes" >= 16;
CREATE INDEX "Question_search_voted_idx" ON "Question" USING GIN ("search") WHERE "votes" >= 4 AND "votes" < 16;
CREATE INDEX "Question_search_other_idx" ON "Question" USING GIN ("search") WHERE "votes" < 4;
