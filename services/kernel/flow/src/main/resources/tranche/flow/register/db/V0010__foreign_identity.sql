-- For services that keep a register and name the room in tranche.database.tables. Commitments had the table before the room did,
-- in its V0100. A change to one is a change to both (KernelTablesTest).
create table foreign_identity (
    collection    text not null,
    source_system text not null,
    external_ref  text not null,
    id            uuid not null,
    payload       text not null,
    primary key (collection, source_system, external_ref)
);
comment on table foreign_identity is 'What objects are called where they come from, unique for each collection';
comment on column foreign_identity.payload is 'Hash of what the object was created with: the same again is the same request';

grant select, insert on foreign_identity to ${service_role};
