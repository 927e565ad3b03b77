-- The transfer log: append-only. The running gateway may read and add, nothing else.
create table transfer_log (
    entry_id       uuid primary key,
    recorded_at    timestamptz not null,
    kind           text not null,
    transfer_id    uuid,
    sender         text,
    receiver       text,
    exchange_type  text,
    outcome        text check (outcome in ('PERMIT', 'DENY')),
    reason         text,
    entry          bytea not null,
    entry_hash     bytea not null check (length(entry_hash) = 32)
);
create index transfer_log_by_transfer on transfer_log (transfer_id) where transfer_id is not null;
create index transfer_log_by_time on transfer_log using brin (recorded_at);

create table transfer_log_subject (
    entry_id     uuid not null references transfer_log (entry_id),
    person       text not null,
    subject_key  uuid not null,
    primary key (subject_key, entry_id, person)
);

-- The signed statement to the sender. Beside the log and not in it: its request digest is forgotten after a term of its own.
create table receipt (
    transfer_id  uuid primary key,
    receipt      text not null,
    created_at   timestamptz not null
);

-- The answer that belongs to an idempotency key, written with the log entry; holds findings, never values.
create table idempotency (
    sender       text not null,
    call         text not null,
    key_hash     bytea not null check (length(key_hash) = 32),
    body_hash    bytea not null check (length(body_hash) = 32),
    transfer_id  uuid not null,
    status       int not null,
    answer       bytea not null,
    created_at   timestamptz not null,
    primary key (sender, call, key_hash)
);
create index idempotency_by_time on idempotency (created_at);

grant select, insert on transfer_log, transfer_log_subject to ${app};
grant select, insert, delete on idempotency, receipt to ${app};
