-- Which node does a periodic task now: one at a time, until it does not renew its lease any more. By the database's clock.
CREATE TABLE task_lease (
    task       TEXT   NOT NULL PRIMARY KEY,
    holder     TEXT   NOT NULL,
    held_until BIGINT NOT NULL
);
