-- Long work that somebody started in the console. Whose it is stands here as a keyed hash only; what it came to is sealed for
-- exactly this row. A node tells of its work every second; what is silent for long was broken off with its node.
create table console_work (
    work_id      uuid primary key,
    officer_hash bytea not null check (octet_length(officer_hash) = 32),
    kind         text not null check (kind ~ '^[A-Z_]{1,30}$'),
    state        text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'BROKEN_OFF')),
    stop         boolean not null default false,
    started      timestamptz not null default now(),
    heard        timestamptz not null default now(),
    ended        timestamptz,
    done         bigint not null default 0,
    total        bigint not null default 0,
    outcome      text check (outcome ~ '^[A-Z_]{1,30}$'),
    wrapped_key  bytea,
    result       bytea check (octet_length(result) <= 16777216)
);

create index console_work_officer on console_work (officer_hash, started);
create index console_work_started on console_work (started);

grant select, insert, update, delete on console_work to ${app};

-- What work wrote into a file, in pieces of a mebibyte at most, each sealed for its place. It goes with its work.
create table console_work_piece (
    work_id     uuid not null references console_work on delete cascade,
    piece       int not null check (piece between 0 and 63),
    wrapped_key bytea not null,
    content     bytea not null check (octet_length(content) <= 1048576 + 64),
    primary key (work_id, piece)
);

grant select, insert, delete on console_work_piece to ${app};
