-- Facts that rules need besides the message: commitment, measure, objection, restriction, address secrecy.
create table fact (
    fact_id        uuid primary key,
    kind           text not null,
    bsn_key        uuid,
    set_key        uuid,
    party          text,
    content        jsonb not null,
    valid_from     timestamptz not null,
    valid_until    timestamptz,
    registered_by  text not null,
    registered_at  timestamptz not null,
    check (bsn_key is not null or set_key is not null)
);
create index fact_by_bsn on fact (bsn_key) where bsn_key is not null;
create index fact_by_set on fact (set_key) where set_key is not null;

create table fact_event (
    fact_id   uuid not null references fact (fact_id),
    position  int not null check (position >= 1),
    state     text not null check (state in ('RECORDED', 'ENDED')),
    at        timestamptz not null,
    by_oin    text not null,
    primary key (fact_id, position),
    -- Recorded once and ended at most once, whoever adds rows.
    check (position <= 2 and (position = 1) = (state = 'RECORDED'))
);

grant select, insert on fact, fact_event to ${app};
