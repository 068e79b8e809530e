-- Documents: the bytes lie in the file store under their hash, the rows say what they are and what they are about. A row is
-- added after its file is in its place and never changed, so a row always has its file.

create table document (
    sha256        text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    about         text        not null check (about in ('COMMITMENT', 'FUND', 'INVESTOR')),
    about_id      uuid        not null,
    kind          text        not null,
    type          text        not null,
    size_bytes    bigint      not null check (size_bytes >= 0),
    maker_account uuid        not null,
    maker_person  uuid        not null,
    recorded_at   timestamptz not null,
    primary key (sha256, about, about_id)
);
create index document_about on document (about, about_id);
comment on table document is 'Which file is about which object; whoever may see the object may read the file';
comment on column document.type is 'As the bytes tell it, whatever the sender said';

grant select, insert on document to ${service_role};
