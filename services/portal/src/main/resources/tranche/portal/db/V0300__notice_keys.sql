-- Keys with which notices are signed, as the service of commitments has told of them: whoever holds a notice finds here what
-- to check it with, whenever it was signed.

create table notice_key (
    key_id     text primary key,
    public_key text not null
);
comment on table notice_key is 'Public halves of the keys that ever signed a notice (Ed25519, base64url without padding); none is forgotten';

grant select, insert on notice_key to ${service_role};
