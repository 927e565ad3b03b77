-- Messages under way. The payload is encrypted and leaves the table when the receiver has acknowledged.
create table delivery (
    transfer_id        uuid primary key,
    sender             text not null,
    receiver           text not null,
    sender_capacity    text not null,
    receiver_capacity  text not null,
    exchange_type      text not null,
    purpose            text not null,
    traceparent        text not null,
    state              text not null check (state in
                           ('QUEUED', 'DELIVERED', 'ACKNOWLEDGED', 'REJECTED', 'STOPPED', 'EXPIRED')),
    push               boolean not null,
    attempts           int not null default 0,
    due_at             timestamptz not null,
    claimed_until      timestamptz,
    consents           uuid[] not null,
    created_at         timestamptz not null,
    expires_at         timestamptz not null,
    delivered_at       timestamptz,
    settled_at         timestamptz,
    settlement_reason  text,
    stopped_by         uuid -- the consent whose end stopped it
);
create index delivery_inbox on delivery (receiver, created_at, transfer_id) where state in ('QUEUED', 'DELIVERED');
create index delivery_due on delivery (due_at) where push and state = 'QUEUED';
create index delivery_oldest on delivery (created_at) where state = 'QUEUED';
create index delivery_expiry on delivery (expires_at) where state in ('QUEUED', 'DELIVERED');
create index delivery_expired on delivery (settled_at) where state = 'EXPIRED';
create index delivery_consents on delivery using gin (consents) where state in ('QUEUED', 'DELIVERED');
create index delivery_stopped on delivery (stopped_by, transfer_id) where stopped_by is not null;

create table payload (
    transfer_id  uuid primary key references delivery (transfer_id),
    wrapped_key  bytea not null,
    ciphertext   bytea not null
);

-- Receivers that failed time after time are left alone until then, by every node.
create table push_pause (
    receiver  text primary key,
    failures  int not null check (failures >= 1),
    until     timestamptz not null
);

grant select, insert, update, delete on push_pause to ${app};
-- What the receiver reads of a message does not change; only its progress does.
grant select, insert on delivery to ${app};
grant update (state, attempts, due_at, claimed_until, delivered_at, settled_at, settlement_reason, stopped_by)
    on delivery to ${app};
grant select, insert, delete on payload to ${app};
