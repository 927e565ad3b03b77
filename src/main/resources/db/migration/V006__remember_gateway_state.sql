-- What every node of this gateway must agree on, written by the first and compared by the others.
create table gateway_state (
    name   text primary key,
    value  bytea not null
);

grant select, insert on gateway_state to ${app};

-- Receipts are forgotten after a term of their own: sluiswachter.limits.receipts.
create index receipt_by_time on receipt (created_at);
