-- What every node of this gateway must agree on, written by the first and compared by the others.
create table gateway_state (
    name   text primary key,
    value  bytea not null
);

grant select, insert on gateway_state to ${app};

-- Receipts are forgotten after a term of their own: sluiswachter.limits.receipts.
create index receipt_by_time on receipt (created_at);

-- A hash that is not that of its entry, and a second decision on one transfer, are refused whoever adds the row.
alter table transfer_log add check (entry_hash = sha256(entry));
create unique index transfer_log_one_decision on transfer_log (transfer_id) where kind = 'DECISION';

-- The running gateway makes no tables of its own, temporary ones neither. Only who owns the database can say so.
do $$
begin
    if (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) then
        execute format('revoke temporary on database %I from public', current_database());
    end if;
end
$$;
