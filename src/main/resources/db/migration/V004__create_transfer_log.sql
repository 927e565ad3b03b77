-- The transfer log: append-only. The running gateway may read and add, nothing else.

-- One shard per start of an instance. Only that instance writes it, so commits come in the order of positions and no hole
-- is ever filled later: a missing position is a removed entry.
create table log_shard (
    shard       int generated always as identity primary key,
    started_at  timestamptz not null
);

-- What was written in one transaction: the hashes of its entries, and the mark of the gateway over them (transferlog.LogMark),
-- which no one makes who has only the database. Each batch repeats the mark of the batch before it in its shard. When it was written
-- is said by the clock of the database: a gateway that lies about the time cannot make an entry old.
create table log_batch (
    shard           int not null references log_shard,
    first_position  bigint not null check (first_position >= 0),
    last_position   bigint not null check (last_position - first_position between 0 and 1023),
    committed_at    timestamptz not null,
    written_at      timestamptz not null default now(),
    previous_hash   bytea not null check (length(previous_hash) = 32),
    hash            bytea not null check (length(hash) = 32),
    hashes          bytea not null check (length(hashes) = 32 * (last_position - first_position + 1)),
    primary key (shard, first_position)
);
alter table log_batch alter column hashes set storage external; -- nothing in them to compress
create index log_batch_newest on log_batch (written_at);

-- The only way in which the running gateway adds a batch: behind the last one of its shard. Without a hole, without overlap,
-- and with the hash of the one before. What it belongs to waits for the disk, whatever somebody set for this role meanwhile.
create function append_log_batch(of_shard int, first bigint, last bigint, at timestamptz, previous bytea, chain bytea,
                                 named bytea)
    returns void language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as
$$
declare
    newest  log_batch;
begin
    if current_setting('synchronous_commit') = 'off' then
        perform set_config('synchronous_commit', 'on', true);
    end if;
    select * into newest from log_batch b where b.shard = of_shard order by b.first_position desc limit 1;
    if first is distinct from coalesce(newest.last_position + 1, 0)
        or previous is distinct from coalesce(newest.hash, decode(repeat('00', 32), 'hex')) then
        raise exception 'a batch follows on the one before it in its shard'
            using errcode = 'integrity_constraint_violation';
    end if;
    insert into log_batch (shard, first_position, last_position, committed_at, previous_hash, hash, hashes)
    values (of_shard, first, last, at, previous, chain, named);
end
$$;
revoke all on function append_log_batch(int, bigint, bigint, timestamptz, bytea, bytea, bytea) from public;

create table transfer_log (
    shard          int not null,
    position       bigint not null check (position >= 0),
    entry_id       uuid not null,
    recorded_at    timestamptz not null,
    kind           text not null,
    transfer_id    uuid,
    sender         text,
    receiver       text,
    exchange_type  text,
    outcome        text check (outcome in ('PERMIT', 'DENY')),
    reason         text,
    -- From it come the salts of the commitments in the entry; it is destroyed together with the entry.
    seed           bytea check (length(seed) = 32),
    -- Deflated with a dictionary (transferlog.entry.PackedEntry); the hash is over the entry itself.
    entry          bytea not null check (length(entry) <= 2097152),
    entry_hash     bytea not null check (length(entry_hash) = 32),
    primary key (shard, position, recorded_at)
) partition by range (recorded_at);
create index transfer_log_by_transfer on transfer_log (transfer_id) where transfer_id is not null;
create index transfer_log_by_time on transfer_log using brin (recorded_at);

create table transfer_log_subject (
    subject_key  uuid not null,
    recorded_at  timestamptz not null,
    shard        int not null,
    position     bigint not null,
    person       text not null,
    primary key (subject_key, recorded_at, shard, position, person)
) partition by range (recorded_at);
create index transfer_log_subject_by_entry on transfer_log_subject (shard, position);

-- The reasons of a refusal but the first, which stands in transfer_log: most refusals have one and no row here.
create table transfer_log_reason (
    reason       text not null,
    recorded_at  timestamptz not null,
    shard        int not null,
    position     bigint not null,
    primary key (reason, recorded_at, shard, position)
) partition by range (recorded_at);
create index transfer_log_reason_by_entry on transfer_log_reason (shard, position);

-- Events that were written together with what they tell, in a transaction of their own. The next batch of any instance
-- gives them their place, within a second. Since when one waits is said by the clock of the database.
create table log_pending (
    entry_id     uuid primary key,
    recorded_at  timestamptz not null,
    written_at   timestamptz not null default now(),
    kind         text not null,
    transfer_id  uuid,
    sender       text,
    reason       text,
    seed         bytea check (length(seed) = 32),
    entry        bytea not null,
    entry_hash   bytea not null check (length(entry_hash) = 32),
    subjects     uuid[] not null,
    -- By which a gateway knows that a gateway wrote it; without it only what the database itself tells gets a place.
    mark         bytea check (length(mark) = 32),
    check (entry_hash = sha256(entry)),
    -- No row may be such that no instance can give it a place: it would keep others waiting.
    check (length(entry) <= 1048576),
    check (kind not in ('DECISION', 'DRY_RUN', 'CANARY')), -- those have their place at once
    check (cardinality(subjects) <= 1000 and array_position(subjects, null) is null)
);

-- Entries of a month without a partition of its own; should stay empty.
create table transfer_log_other partition of transfer_log default;
create table transfer_log_subject_other partition of transfer_log_subject default;
create table transfer_log_reason_other partition of transfer_log_reason default;

-- Makes the partitions of this month and the given number of months after it. Months are those of UTC. Runs as the owner of
-- the tables, because the running gateway makes none of its own; temporary tables of the caller come last, if at all.
create function create_log_partitions(months int) returns int
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as
$$
declare
    parent text;
    start  timestamptz;
    made   int := 0;
begin
    if months not between 0 and 24 then
        raise exception 'between 0 and 24 months ahead' using errcode = 'invalid_parameter_value';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('create_log_partitions', 0));
    foreach parent in array array['transfer_log', 'transfer_log_subject', 'transfer_log_reason'] loop
        for ahead in 0..months loop
            start := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead)) at time zone 'UTC';
            if to_regclass(parent || to_char(start at time zone 'UTC', '"_y"YYYY"m"MM')) is null then
                execute format('create table %I partition of %I for values from (%L) to (%L)',
                               parent || to_char(start at time zone 'UTC', '"_y"YYYY"m"MM'), parent, start,
                               ((start at time zone 'UTC') + interval '1 month') at time zone 'UTC');
                made := made + 1;
            end if;
        end loop;
    end loop;
    return made;
end
$$;
revoke all on function create_log_partitions(int) from public;
select create_log_partitions(3);

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

-- What a permit leaves for people to do: an obligation with its last day, or a review afterwards. The entry says it too; here it
-- is found without reading the log. Written with the entry. It holds no verdict, only how many stand in the log.
create table task (
    transfer_id    uuid not null,
    code           text not null,
    review         boolean not null,
    exchange_type  text not null,
    sender         text not null,
    receiver       text,
    recorded_at    timestamptz not null,
    due            date not null default 'infinity',
    verdicts       int not null default 0 check (verdicts >= 0),
    primary key (transfer_id, code)
);
create index task_reviews on task (due, recorded_at, transfer_id) where review and verdicts = 0;
create index task_judged on task (recorded_at, transfer_id) where review and verdicts > 0;
create index task_obligations on task (due, exchange_type, sender, receiver, code) where not review;

-- Only to count what is there: entries are read through their parent.
grant select on transfer_log_other to ${app};
grant select, insert on log_shard, transfer_log, transfer_log_subject, transfer_log_reason to ${app};
grant select on log_batch, log_pending to ${app};
grant insert (entry_id, recorded_at, kind, transfer_id, sender, reason, seed, entry, entry_hash, subjects, mark)
    on log_pending to ${app};
grant execute on function append_log_batch(int, bigint, bigint, timestamptz, bytea, bytea, bytea) to ${app};
grant execute on function create_log_partitions(int) to ${app};
grant select, insert, delete on idempotency, receipt to ${app};
grant select, insert, update (verdicts) on task to ${app};
