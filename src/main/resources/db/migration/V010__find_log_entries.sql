-- By what else an entry of the log is found: a case, blinded, a transaction of Federated Service Connectivity, and a trace.
alter table transfer_log add column case_key uuid, add column transaction_id uuid, add column trace_id uuid;

-- The hour an entry was recorded in, whatever the time zone of the session.
create function log_hour(timestamptz) returns timestamptz
    language sql immutable strict parallel safe
    return date_bin('1 hour', $1, timestamptz '2000-01-01 00:00:00+00');

-- One per filter of the search, in the order of the answer as far as it costs little: a page costs what it shows. What shard
-- and position would add is sorted when it is read. An index by party and hour holds the same key many times, which
-- PostgreSQL stores once. Type and outcome stand behind it, and the outcome behind the time of a type: what is asked
-- together with these is then asked of the index, and the many entries that do not fit are never read. Those of parties are
-- for all entries, also those without a party: from an index for some the planner takes no figures, and guesses.
create index transfer_log_newest on transfer_log (recorded_at);
create index transfer_log_by_sender on transfer_log (sender, log_hour(recorded_at), exchange_type, outcome);
create index transfer_log_by_receiver on transfer_log (receiver, log_hour(recorded_at), exchange_type, outcome);
create index transfer_log_by_type on transfer_log (exchange_type, recorded_at, outcome) where exchange_type is not null;
create index transfer_log_by_reason on transfer_log (reason, recorded_at) where reason is not null;
create index transfer_log_by_case on transfer_log (case_key) where case_key is not null;
create index transfer_log_by_transaction on transfer_log (transaction_id) where transaction_id is not null;
create index transfer_log_by_trace on transfer_log (trace_id) where trace_id is not null;
drop index transfer_log_by_time;
