-- What others vouch for in our log, and what we vouch for in theirs.

-- Cosignatures (C2SP tlog-cosignature) of witnesses on our checkpoints. A later one on the same tree takes the place of the
-- earlier: it says the same of a later moment.
create table log_cosignature (
    epoch        int not null,
    size         bigint not null,
    witness      text not null,         -- name and id of its key
    cosigned_at  timestamptz not null,  -- as the witness says
    line         text not null,         -- signature line of the note
    primary key (epoch, size, witness)
);
create index log_cosignature_by_size on log_cosignature (witness, epoch, size);
create index log_cosignature_by_time on log_cosignature (witness, cosigned_at);

-- When somebody outside was asked for something last, by whichever instance; and when entries were last destroyed that are due:
-- before they ever were, when the log was made, so that a retention that never ran is seen as one that stopped.
create table log_turn (
    name      text primary key,
    taken_at  timestamptz not null
);
insert into log_turn (name, taken_at) values ('log-retention', now());

-- Why each witness did not cosign when it was asked last; null when it did.
create table log_witness (
    witness  text primary key,
    failure  text
);

-- A witness that saw another tree than ours under our name. Stays until somebody found out why, and closes it.
create table log_witness_alarm (
    alarm       int generated always as identity primary key,
    witness     text not null,
    epoch       int not null,
    size        bigint not null,        -- of our checkpoint
    finding     text not null,
    found_at    timestamptz not null,
    closed_at   timestamptz,
    closed_why  text,
    check (num_nonnulls(closed_at, closed_why) in (0, 2))
);
create unique index log_witness_alarm_open on log_witness_alarm (witness, epoch, size, finding) where closed_at is null;

-- As a witness: the tree of each neighbour that this gateway cosigned last. Changed only where it still is what was compared.
create table log_witnessed (
    origin       text primary key,
    size         bigint not null check (size >= 0),
    root         bytea not null check (length(root) = 32),
    cosigned_at  timestamptz not null
);

-- Time stamps (RFC 3161) of an authority on the text of our checkpoints.
create table log_timestamp (
    epoch       int not null,
    size        bigint not null,
    stamped_at  timestamptz not null,  -- as the authority says
    token       bytea not null,
    primary key (epoch, size)
);

-- Each epoch after the first, and what it follows: the line in all of its checkpoints.
create table log_epoch (
    epoch     int primary key check (epoch > 1),
    begun_at  timestamptz not null,
    follows   text not null
);

-- Of checkpoints older than two days one an hour stays: rather one that witnesses saw, and every one with a time stamp.
-- Returns how many went.
create function thin_log_checkpoints(most int) returns int
    language sql security definer set search_path = "${flyway:defaultSchema}", pg_temp as
$$
    with gone as (
      delete from log_checkpoint l using (
        select epoch, size from (
          select c.epoch, c.size, row_number() over (
                   partition by c.epoch, date_trunc('hour', c.published_at, 'UTC')
                   order by (select count(*) from log_cosignature s where s.epoch = c.epoch and s.size = c.size) desc,
                            c.size desc) as place
            from log_checkpoint c
           where c.published_at < now() - interval '2 days'
             and not exists (select from log_timestamp t where t.epoch = c.epoch and t.size = c.size)) as hours
         where place > 1 limit most) as old
       where l.epoch = old.epoch and l.size = old.size
      returning l.epoch, l.size),
    lines as (
      delete from log_cosignature s using gone where s.epoch = gone.epoch and s.size = gone.size)
    select count(*)::int from gone
$$;
revoke all on function thin_log_checkpoints(int) from public;
grant execute on function thin_log_checkpoints(int) to ${app};

grant select, insert on log_timestamp, log_turn, log_epoch, log_cosignature, log_witness, log_witnessed to ${app};
grant select on log_witness_alarm to ${app};
grant insert (witness, epoch, size, finding, found_at) on log_witness_alarm to ${app};
grant update (cosigned_at, line) on log_cosignature to ${app};
grant update (taken_at) on log_turn to ${app};
grant update (failure) on log_witness to ${app};
grant update (size, root, cosigned_at) on log_witnessed to ${app};
