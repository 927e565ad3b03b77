-- What every node of this gateway must agree on, written by the first and compared by the others.
create table gateway_state (
    name   text primary key,
    value  bytea not null
);

grant select, insert on gateway_state to ${app};

-- Receipts are forgotten after a term of their own: sluiswachter.limits.receipts.
create index receipt_by_time on receipt (created_at);

-- The running gateway makes no tables of its own, temporary ones neither. Only who owns the database can say so.
do $$
begin
    if (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) then
        execute format('revoke temporary on database %I from public', current_database());
    end if;
end
$$;
