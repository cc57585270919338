-- A draft's PDF is made as soon as the draft is: no approval fails on it, and none waits for it. It goes when the letter is
-- approved, from when on its copy counts, or when the draft is replaced or withdrawn.
create table letter_proof (
    letter_id   bigint      primary key references letter (id) on delete cascade,
    -- of the page as it would be approved on the day of the proof; another page needs another PDF
    page_sha256 char(64)    not null,
    -- null where it cannot be made; then the notes say so
    pdf         bytea,
    -- what a person should look at before they approve, a line each
    notes       text        not null,
    made_at     timestamptz not null
);
