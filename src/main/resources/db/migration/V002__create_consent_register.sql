-- Consent: one row for what was consented to, one row per event. Rows are never changed; persons are subject keys.
create table consent (
    consent_id     uuid primary key,
    bsn_key        uuid,
    set_key        uuid,
    registered_by  text not null,
    registered_at  timestamptz not null,
    content        jsonb not null,
    check (bsn_key is not null or set_key is not null)
);
create index consent_by_bsn on consent (bsn_key) where bsn_key is not null;
create index consent_by_set on consent (set_key) where set_key is not null;

create table consent_event (
    consent_id  uuid not null references consent (consent_id),
    position    int not null check (position >= 1),
    state       text not null check (state in ('GIVEN', 'WITHDRAWN')),
    at          timestamptz not null,
    by_oin      text not null,
    primary key (consent_id, position),
    -- Given once and withdrawn at most once: who may add rows still cannot revive a withdrawn consent.
    check (position <= 2 and (position = 1) = (state = 'GIVEN'))
);

grant select, insert on consent, consent_event to ${app};
