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

-- When each witness was asked last, by whichever instance, and why it did not cosign; null when it did.
create table log_witness (
    witness   text primary key,
    asked_at  timestamptz not null,
    failure   text
);

-- A witness that saw another tree than ours under our name. Stays until somebody found out why.
create table log_witness_alarm (
    witness   text not null,
    epoch     int not null,
    size      bigint not null,        -- of our checkpoint
    finding   text not null,
    found_at  timestamptz not null,
    primary key (witness, epoch, size, finding)
);

-- As a witness: the tree of each neighbour that this gateway cosigned last. Changed only where it still is what was compared.
create table log_witnessed (
    origin       text primary key,
    size         bigint not null check (size >= 0),
    root         bytea not null check (length(root) = 32),
    cosigned_at  timestamptz not null
);

-- Time stamps (RFC 3161) of an authority on the text of our checkpoints, and when an instance asked for one last.
create table log_timestamp (
    epoch       int not null,
    size        bigint not null,
    stamped_at  timestamptz not null,  -- as the authority says
    token       bytea not null,
    primary key (epoch, size)
);
create table log_timestamp_turn (
    one       boolean primary key default true check (one),
    asked_at  timestamptz not null
);

-- Each epoch after the first, and what it follows: the line in all of its checkpoints.
create table log_epoch (
    epoch     int primary key check (epoch > 1),
    begun_at  timestamptz not null,
    follows   text not null
);

grant select, insert on log_timestamp, log_timestamp_turn, log_epoch, log_cosignature, log_witness, log_witness_alarm, log_witnessed to ${app};
grant update (cosigned_at, line) on log_cosignature to ${app};
grant update (asked_at) on log_timestamp_turn to ${app};
grant update (asked_at, failure) on log_witness to ${app};
grant update (size, root, cosigned_at) on log_witnessed to ${app};
