-- The versions of the law as data. A version is named by the hash of its content, so neither can change without the other.
create table catalogue_version (
    version    text primary key,
    content    bytea not null,
    loaded_at  timestamptz not null,
    source     text not null check (source in ('JAR', 'COMMAND')),
    check (version = 'sha256:' || encode(sha256(content), 'hex'))
);

-- What happened to a version on its way to be the law in force. Append-only. Every event belongs to the activation that it
-- prepares: with each activation the number goes up and earlier rehearsals and approvals count for nothing any more.
create table catalogue_event (
    event_id    bigint generated always as identity primary key,
    activation  int not null check (activation > 0),
    version     text not null references catalogue_version (version),
    state       text not null check (state in ('REHEARSED', 'APPROVED', 'ACTIVATED')),
    at          timestamptz not null,
    officer     text check (officer ~ '^[0-9a-f]{64}$'),
    summary     text,
    rehearsal   text check (rehearsal ~ '^[0-9a-f]{64}$'),
    signature   bytea,
    -- Who pressed the button of the console: as the provider of identities knows them. Null on the command line.
    pressed_by  text check (pressed_by ~ '^[^[:cntrl:]]{1,255}$'),
    check ((state = 'APPROVED') = (officer is not null)),
    check ((state = 'REHEARSED') = (summary is not null)),
    check ((state = 'ACTIVATED') = (rehearsal is null)),
    check (pressed_by is null or state = 'ACTIVATED'),
    check (state <> 'REHEARSED' or rehearsal = encode(sha256(convert_to(summary, 'UTF8')), 'hex')),
    -- An approval is signed by its officer; the first activation, of the jar's own catalogue, is sealed by the gateway.
    check ((signature is not null) = (state = 'APPROVED' or state = 'ACTIVATED' and activation = 1))
);
create unique index catalogue_event_one_activation on catalogue_event (activation) where state = 'ACTIVATED';
create unique index catalogue_event_one_approval on catalogue_event (activation, version, officer, signature)
    where state = 'APPROVED';

-- Holds whoever adds the row. It is not what a node trusts: each verifies the signatures itself.
create function catalogue_event_in_order() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('sluiswachter.catalogue', 0));
    if new.activation <> (select coalesce(max(activation), 0) + 1 from catalogue_event where state = 'ACTIVATED') then
        raise check_violation using constraint = 'catalogue_event_next_activation',
            message = 'catalogue_event_next_activation: only the next activation can be prepared';
    end if;
    if new.state = 'APPROVED' and not exists (
        select from catalogue_event
         where state = 'REHEARSED' and activation = new.activation and version = new.version
           and rehearsal = new.rehearsal) then
        raise check_violation using constraint = 'catalogue_event_rehearsed_first',
            message = 'catalogue_event_rehearsed_first: an approval needs a rehearsal';
    end if;
    if new.state = 'ACTIVATED' and new.activation > 1 and 2 > (
        select count(distinct officer) from catalogue_event
         where state = 'APPROVED' and activation = new.activation and version = new.version) then
        raise check_violation using constraint = 'catalogue_event_two_officers',
            message = 'catalogue_event_two_officers: an activation needs two officers';
    end if;
    return new;
end
$$;
create trigger catalogue_event_in_order before insert on catalogue_event
    for each row execute function catalogue_event_in_order();

grant select, insert on catalogue_version, catalogue_event to ${app};

-- What a decision looked at, without any value or identity: enough to decide it again by another catalogue. Forgotten after
-- sluiswachter.limits.rehearsable.
create table decision_image (
    transfer_id     uuid primary key,
    recorded_at     timestamptz not null,
    policy_version  text not null,
    image           jsonb not null,
    -- Which transaction wrote it, so that a rehearsal can be repeated on exactly what the first one saw.
    written         xid8 not null default pg_current_xact_id()
);
create index decision_image_by_time on decision_image using brin (recorded_at);

grant select, insert, delete on decision_image to ${app};
