-- How many transfers were decided, per day (UTC): counted from the log as it grows, so that a report over months need not read it.
-- No person is in it, and it stays when the entries themselves are erased.
create table log_figures (
    day            date not null,
    exchange_type  text not null,
    sender         text not null,
    receiver       text not null,
    outcome        text not null check (outcome in ('PERMIT', 'DENY')),
    reason         text not null,
    transfers      bigint not null check (transfers > 0),
    primary key (day, exchange_type, sender, receiver, outcome, reason)
);

-- Per shard: the next position that is not counted yet.
create table log_figures_progress (
    shard          int primary key references log_shard,
    next_position  bigint not null
);

grant select, insert, update on log_figures, log_figures_progress to ${app};
