-- How many transfers were decided, per month (its first day, UTC): counted from the log as it grows, so that a report over
-- months need not read it.
-- No person is in it, and it stays when the entries themselves are erased.
create table log_figures (
    month          date not null,
    exchange_type  text not null,
    sender         text not null,
    receiver       text not null,
    outcome        text not null check (outcome in ('PERMIT', 'DENY')),
    reason         text not null,
    transfers      bigint not null check (transfers > 0),
    primary key (month, exchange_type, sender, receiver, outcome, reason)
);

-- The same added up, for reports of months: who exchanges what with whom, and why something was refused. (The days of log_refused
-- would give the reasons of a month too, from thirty times as many rows: it was made for five weeks.)
create table log_exchanged (
    month          date not null,
    exchange_type  text not null,
    sender         text not null,
    receiver       text not null,
    permitted      bigint not null check (permitted >= 0),
    refused        bigint not null check (refused >= 0),
    primary key (month, exchange_type, sender, receiver)
);

create table log_reasons (
    month          date not null,
    exchange_type  text not null,
    reason         text not null,
    transfers      bigint not null check (transfers > 0),
    primary key (month, exchange_type, reason)
);

-- Over a year the same few thousand come again each month: with this the planner adds them up as they come, and does not sort
-- them all first.
create statistics log_exchanged_pairs (ndistinct) on exchange_type, sender, receiver from log_exchanged;

-- How many permitted transfers were acknowledged or rejected by their receiver, and how soon after the decision; filed under
-- the month of that decision.
create table log_acknowledged (
    month          date not null,
    exchange_type  text not null,
    sender         text not null,
    receiver       text not null,
    within         text not null check (within in ('MINUTE', 'HOUR', 'DAY', 'WEEK', 'LONGER')),
    transfers      bigint not null check (transfers > 0),
    primary key (month, exchange_type, sender, receiver, within)
);

create statistics log_acknowledged_pairs (ndistinct) on exchange_type, sender, receiver from log_acknowledged;

-- How many obligations the permits of each month left to their senders. Reviews are not counted here: table task has them, and
-- whether they were done.
create table log_obliged (
    month          date not null,
    exchange_type  text not null,
    sender         text not null,
    receiver       text not null,
    code           text not null,
    transfers      bigint not null check (transfers > 0),
    primary key (month, exchange_type, sender, receiver, code)
);

-- How many entries were recorded in each month (its first day, UTC), by the rule by which they will go: the exchange type of a
-- decision or dry run, the kind of any other entry. So the calendar of what goes when need not read the log.
create table log_recorded (
    rule     text not null,
    month    date not null,
    entries  bigint not null check (entries > 0),
    primary key (rule, month)
);

-- How many transfers were refused each day (UTC), and the first reason, to see what rises.
create table log_refused (
    day            date not null,
    exchange_type  text not null,
    reason         text not null,
    transfers      bigint not null check (transfers > 0),
    primary key (day, exchange_type, reason)
);

-- Per shard: the next position that is not counted yet.
create table log_figures_progress (
    shard          int primary key references log_shard,
    next_position  bigint not null
);

grant select, insert, update on
    log_figures, log_exchanged, log_reasons, log_acknowledged, log_obliged, log_recorded, log_refused, log_figures_progress to ${app};
