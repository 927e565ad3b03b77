-- By what else an entry of the log is found: a case, blinded, a transaction of Federated Service Connectivity, and a trace.
alter table transfer_log add column case_key uuid, add column transaction_id uuid, add column trace_id uuid;

-- One per filter of the search, each in the order of the answer, so that a page costs what it shows.
create index transfer_log_newest on transfer_log (recorded_at, shard, position);
create index transfer_log_by_sender on transfer_log (sender, recorded_at, shard, position) where sender is not null;
create index transfer_log_by_receiver on transfer_log (receiver, recorded_at, shard, position) where receiver is not null;
create index transfer_log_by_type on transfer_log (exchange_type, recorded_at, shard, position)
    where exchange_type is not null;
create index transfer_log_by_reason on transfer_log (reason, recorded_at, shard, position) where reason is not null;
create index transfer_log_by_case on transfer_log (case_key, recorded_at, shard, position) where case_key is not null;
create index transfer_log_by_transaction on transfer_log (transaction_id) where transaction_id is not null;
create index transfer_log_by_trace on transfer_log (trace_id) where trace_id is not null;
drop index transfer_log_by_time;
