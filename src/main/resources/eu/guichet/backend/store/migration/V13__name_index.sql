-- A node's index of names that is kept on disk, and the mark of its latest commit: it belongs to this store, at this point of
-- the store's life, only if it carries one of the two. A backup that was put back knows older ones.
CREATE TABLE name_index (
    id        TEXT COLLATE ${bytewise} PRIMARY KEY,
    mark      BIGINT NOT NULL,
    earlier   BIGINT NOT NULL,
    marked_at BIGINT NOT NULL
);
