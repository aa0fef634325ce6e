-- The full-text indexes of public and desk search on SQLite. They are external-content FTS5 tables over the rows that the
-- program writes; the triggers keep them in step, whatever writes those rows. May be applied again at any time; it makes them anew.
-- A word here is what the program's fold has left: letters, or digits with a decimal point; the tokenizer only parts at blanks.

DROP TABLE IF EXISTS "PublicSearchIndex";
CREATE VIRTUAL TABLE "PublicSearchIndex" USING fts5(
    "Statement", "Summary", "Quotes", "Rest", "Stems", "Filters",
    content='PublicSearchTexts', content_rowid='Id', columnsize=0, tokenize="ascii tokenchars '.'");

DROP TRIGGER IF EXISTS "PublicSearchTexts_Inserted";
CREATE TRIGGER "PublicSearchTexts_Inserted" AFTER INSERT ON "PublicSearchTexts" BEGIN
    INSERT INTO "PublicSearchIndex" (rowid, "Statement", "Summary", "Quotes", "Rest", "Stems", "Filters")
    VALUES (new."Id", new."Statement", new."Summary", new."Quotes", new."Rest", new."Stems", new."Filters");
END;

DROP TRIGGER IF EXISTS "PublicSearchTexts_Deleted";
CREATE TRIGGER "PublicSearchTexts_Deleted" AFTER DELETE ON "PublicSearchTexts" BEGIN
    INSERT INTO "PublicSearchIndex" ("PublicSearchIndex", rowid, "Statement", "Summary", "Quotes", "Rest", "Stems", "Filters")
    VALUES ('delete', old."Id", old."Statement", old."Summary", old."Quotes", old."Rest", old."Stems", old."Filters");
END;

DROP TRIGGER IF EXISTS "PublicSearchTexts_Updated";
CREATE TRIGGER "PublicSearchTexts_Updated" AFTER UPDATE ON "PublicSearchTexts" BEGIN
    INSERT INTO "PublicSearchIndex" ("PublicSearchIndex", rowid, "Statement", "Summary", "Quotes", "Rest", "Stems", "Filters")
    VALUES ('delete', old."Id", old."Statement", old."Summary", old."Quotes", old."Rest", old."Stems", old."Filters");
    INSERT INTO "PublicSearchIndex" (rowid, "Statement", "Summary", "Quotes", "Rest", "Stems", "Filters")
    VALUES (new."Id", new."Statement", new."Summary", new."Quotes", new."Rest", new."Stems", new."Filters");
END;

DROP TABLE IF EXISTS "DeskSearchIndex";
CREATE VIRTUAL TABLE "DeskSearchIndex" USING fts5(
    "Statement", "Summary", "Quotes", "Rest", "Stems", "Filters",
    content='DeskSearchTexts', content_rowid='Id', columnsize=0, tokenize="ascii tokenchars '.'");

DROP TRIGGER IF EXISTS "DeskSearchTexts_Inserted";
CREATE TRIGGER "DeskSearchTexts_Inserted" AFTER INSERT ON "DeskSearchTexts" BEGIN
    INSERT INTO "DeskSearchIndex" (rowid, "Statement", "Summary", "Quotes", "Rest", "Stems", "Filters")
    VALUES (new."Id", new."Statement", new."Summary", new."Quotes", new."Rest", new."Stems", new."Filters");
END;

DROP TRIGGER IF EXISTS "DeskSearchTexts_Deleted";
CREATE TRIGGER "DeskSearchTexts_Deleted" AFTER DELETE ON "DeskSearchTexts" BEGIN
    INSERT INTO "DeskSearchIndex" ("DeskSearchIndex", rowid, "Statement", "Summary", "Quotes", "Rest", "Stems", "Filters")
    VALUES ('delete', old."Id", old."Statement", old."Summary", old."Quotes", old."Rest", old."Stems", old."Filters");
END;

DROP TRIGGER IF EXISTS "DeskSearchTexts_Updated";
CREATE TRIGGER "DeskSearchTexts_Updated" AFTER UPDATE ON "DeskSearchTexts" BEGIN
    INSERT INTO "DeskSearchIndex" ("DeskSearchIndex", rowid, "Statement", "Summary", "Quotes", "Rest", "Stems", "Filters")
    VALUES ('delete', old."Id", old."Statement", old."Summary", old."Quotes", old."Rest", old."Stems", old."Filters");
    INSERT INTO "DeskSearchIndex" (rowid, "Statement", "Summary", "Quotes", "Rest", "Stems", "Filters")
    VALUES (new."Id", new."Statement", new."Summary", new."Quotes", new."Rest", new."Stems", new."Filters");
END;

INSERT INTO "PublicSearchIndex" ("PublicSearchIndex") VALUES ('rebuild');
INSERT INTO "DeskSearchIndex" ("DeskSearchIndex") VALUES ('rebuild');
