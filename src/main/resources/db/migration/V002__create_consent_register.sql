-- Consent: one row for what is consented to, one row per event. Rows are never changed; persons are subject keys.
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

-- An event names the state and the time of the one before it, and the foreign key makes that true. So the permitted
-- steps hold whoever adds rows: nothing revives an ended consent, nothing is put in between, and time does not go back.
create table consent_event (
    consent_id  uuid not null references consent (consent_id),
    position    int not null check (position >= 1),
    state       text not null,
    at          timestamptz not null,
    by_oin      text,
    ends_at     timestamptz,
    detail      jsonb not null default '{}',
    from_state  text,
    from_at     timestamptz,
    previous    int generated always as (nullif(position - 1, 0)) stored,
    primary key (consent_id, position),
    unique (consent_id, position, state, at),
    foreign key (consent_id, previous, from_state, from_at) references consent_event (consent_id, position, state, at),
    constraint consent_event_first check (
        (position = 1) = (from_state is null) and (position = 1) = (from_at is null)),
    constraint consent_event_step check ((coalesce(from_state, 'NONE'), state) in (
        ('NONE', 'REQUESTED'), ('NONE', 'GIVEN'),
        ('REQUESTED', 'GIVEN'), ('REQUESTED', 'REFUSED'), ('REQUESTED', 'EXPIRED'),
        ('GIVEN', 'WITHDRAWN'), ('GIVEN', 'EXPIRED'), ('GIVEN', 'INVALIDATED'))),
    constraint consent_event_order check (at >= from_at),
    -- A party says what happened; only time itself needs nobody.
    constraint consent_event_by check ((by_oin is null) = (state = 'EXPIRED')),
    constraint consent_event_ends check (ends_at is null or state in ('REQUESTED', 'GIVEN')),
    constraint consent_event_given check ((state = 'GIVEN') = (detail -> 'givenAt' is not null)),
    constraint consent_event_reason check ((state = 'INVALIDATED') = (detail -> 'reason' is not null))
);

-- Which consents still have to be written down as expired, and when; so that the job reads only those.
create table consent_term (
    consent_id  uuid primary key,
    ends_at     timestamptz not null
);
create index consent_term_due on consent_term (ends_at);

grant select, insert on consent, consent_event to ${app};
grant select, insert, delete on consent_term to ${app};
