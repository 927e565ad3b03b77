-- Who takes part in the exchange. ${app} is the role of the running gateway; the owner of these tables is another one.
create table party (
    oin          text primary key check (oin ~ '^[0-9A-Z]{20}$'),
    name         text not null check (length(name) between 1 and 200),
    side         text not null check (side in ('PARTNER', 'MUNICIPALITY')),
    status       text not null check (status in ('ACTIVE', 'SUSPENDED')),
    capacities   text[] not null,
    push_url     text check (push_url like 'https://%'),
    push_trust   text,
    agreement_until date,   -- the last day of the agreement with it; null where nobody keeps that here
    changed_at   timestamptz not null default now(),
    check ((push_url is null) = (push_trust is null))
);

create table party_key (
    oin          text not null references party (oin),
    fingerprint  text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    valid_from   timestamptz not null,
    valid_until  timestamptz not null check (valid_until > valid_from),
    primary key (oin, fingerprint)
);

grant select, insert, update on party to ${app};
grant select, insert, update, delete on party_key to ${app};
