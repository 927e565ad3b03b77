-- Entries go after their term; what proves the log stays: shard, position, kind, time and hash.

alter table transfer_log
    add column destroyed_at timestamptz,
    alter column entry drop not null,
    alter column entry_id drop not null,
    add constraint transfer_log_whole_or_destroyed check (
        case when destroyed_at is null then entry is not null and entry_id is not null
             else num_nonnulls(entry, entry_id, seed, transfer_id, sender, receiver, exchange_type, outcome, reason,
                               case_key, transaction_id, trace_id) = 0 end);

-- The running gateway adds whole entries, and does not say that they were destroyed.
revoke insert on transfer_log from ${app};
grant insert (shard, position, entry_id, recorded_at, kind, transfer_id, sender, receiver, exchange_type, outcome, reason,
              seed, entry, entry_hash, case_key, transaction_id, trace_id) on transfer_log to ${app};

-- Only the owner of the tables destroys and archives, so only the owner tells of it: the running gateway gives such an entry
-- its place once it waits for one, and makes none.
create function refuse_false_log_entry() returns trigger
    language plpgsql set search_path = "${flyway:defaultSchema}", pg_temp as
$$
begin
    if pg_has_role(current_user, (select relowner from pg_class where oid = 'log_pending'::regclass), 'member')
        or tg_table_name <> 'log_pending'
           and exists (select from log_pending p
                        where p.entry_id = new.entry_id and p.entry_hash = new.entry_hash and p.kind = new.kind
                          and p.recorded_at = new.recorded_at) then
        return new;
    end if;
    raise exception 'only the owner of the log tells what was destroyed or archived' using errcode = 'insufficient_privilege';
end
$$;
create trigger transfer_log_told_by_owner before insert on transfer_log
    for each row when (new.kind in ('DESTRUCTION', 'ARCHIVE')) execute function refuse_false_log_entry();
create trigger log_pending_told_by_owner before insert on log_pending
    for each row when (new.kind in ('DESTRUCTION', 'ARCHIVE')) execute function refuse_false_log_entry();

-- What is no decision, for who looks what is due.
create index transfer_log_events on transfer_log (kind, recorded_at, shard, position)
    where destroyed_at is null and kind not in ('DECISION', 'DRY_RUN');

-- How long entries of a kind are kept: as transferlog.LogKind has it. A kind that is not here is kept.
create table log_kind (
    kind     text primary key,
    keeping  text not null check (keeping in ('AS_ITS_TYPE', 'AFTER_ITS_DECISION', 'AFTER_DECISIONS_ON_THE_PERSON',
                                              'FOR_A_TERM', 'FOREVER'))
);
insert into log_kind (kind, keeping) values
    ('DECISION', 'AS_ITS_TYPE'),
    ('DRY_RUN', 'AS_ITS_TYPE'),
    ('DELIVERED', 'AFTER_ITS_DECISION'),
    ('DELIVERY_FAILED', 'AFTER_ITS_DECISION'),
    ('ACKNOWLEDGED', 'AFTER_ITS_DECISION'),
    ('DELIVERY_STOPPED', 'AFTER_ITS_DECISION'),
    ('REVIEW_VERDICT', 'AFTER_ITS_DECISION'),
    ('CONSENT', 'AFTER_DECISIONS_ON_THE_PERSON'),
    ('FACT', 'AFTER_DECISIONS_ON_THE_PERSON'),
    ('HOLD', 'AFTER_DECISIONS_ON_THE_PERSON'),
    ('REPORT', 'AFTER_DECISIONS_ON_THE_PERSON'),
    ('REPORT_VERDICT', 'AFTER_DECISIONS_ON_THE_PERSON'),
    ('CANARY', 'FOR_A_TERM'),
    ('LOOKUP', 'FOR_A_TERM'),
    ('PARTY', 'FOREVER'),
    ('CATALOGUE', 'FOREVER'),
    ('EPOCH', 'FOREVER'),
    ('DESTRUCTION', 'FOREVER'),
    ('ARCHIVE', 'FOREVER'),
    ('EXPORT', 'FOREVER'),
    ('OPERATION', 'FOREVER'),
    ('START', 'FOREVER');

-- The shortest terms there are, whatever a catalogue says: by exchange type, or by kind for what has none. '*' is for all
-- others: NEN 7513 wants lines of a log for five years at least. The others are the longest term of sender or receiver in
-- the catalogue that came with this migration. Only the owner of the database changes them.
create table log_floor (
    rule  text primary key,
    term  text not null check (term ~ '^P([0-9]{1,3}Y)?([0-9]{1,3}M)?([0-9]{1,4}D)?$' and term <> 'P')
);
insert into log_floor (rule, term) values
    ('*', 'P5Y'),
    -- The steps of a transfer, and what is told of a person's consents, facts, holds and reports: as long as any decision
    -- they may belong to. The function besides keeps them as long as one that they do belong to.
    ('ACKNOWLEDGED', 'P20Y'),
    ('CONSENT', 'P20Y'),
    ('DELIVERED', 'P20Y'),
    ('DELIVERY_FAILED', 'P20Y'),
    ('DELIVERY_STOPPED', 'P20Y'),
    ('FACT', 'P20Y'),
    ('HOLD', 'P20Y'),
    ('REPORT', 'P20Y'),
    ('REPORT_VERDICT', 'P20Y'),
    ('REVIEW_VERDICT', 'P20Y'),
    ('GI_INFO_OTS', 'P20Y'),
    ('GP_TO_YOUTH_TEAM', 'P20Y'),
    ('JGZ_TO_YOUTH_TEAM', 'P20Y'),
    ('JW_ALLOCATION', 'P20Y'),
    ('JW_BILLING', 'P20Y'),
    ('JW_PROVIDER_REPORT', 'P20Y'),
    ('MUNICIPAL_REUSE', 'P15Y'),
    ('NURSE_WMO_ALIGNMENT', 'P20Y'),
    ('VT_FEEDBACK_REPORTER', 'P20Y'),
    ('VT_INFO_REQUEST', 'P20Y'),
    ('VT_INFO_RESPONSE', 'P20Y'),
    ('VT_REPORT', 'P20Y'),
    ('VT_TRANSFER_LOCAL', 'P20Y'),
    ('WELFARE_REFERRAL', 'P15Y'),
    ('WELFARE_SIGNAL', 'P15Y'),
    ('WLZ_INDICATION_NOTICE', 'P15Y'),
    ('WMO_ALLOCATION', 'P15Y'),
    ('WMO_FEEDBACK_TO_CARE', 'P20Y'),
    ('WMO_HEALTH_INFO_REQUEST', 'P20Y'),
    ('WMO_HEALTH_INFO_RESPONSE', 'P20Y'),
    ('WMO_PROVIDER_REPORT', 'P15Y');

-- What may not be destroyed, term or no term: what is about a person, of a transfer, of a case, or of an exchange type
-- (all when null) in a period. A hold is never changed; it is lifted.
create table log_hold (
    hold_id        uuid primary key,
    placed_at      timestamptz not null default now(),
    placed_by      text not null,
    ground         text not null,
    reference      text not null,
    scope          text not null check (scope in ('SUBJECT', 'TRANSFER', 'CASE', 'PERIOD')),
    subjects       uuid[] not null check ((scope = 'SUBJECT') = (cardinality(subjects) > 0)),
    transfer_id    uuid check ((scope = 'TRANSFER') = (transfer_id is not null)),
    case_key       uuid check ((scope = 'CASE') = (case_key is not null)),
    exchange_type  text check (scope = 'PERIOD' or exchange_type is null),
    from_at        timestamptz check (scope = 'PERIOD' or from_at is null),
    until_at       timestamptz check (scope = 'PERIOD' or until_at is null),
    check (scope <> 'PERIOD' or num_nonnulls(exchange_type, from_at, until_at) > 0)
);
create table log_hold_lift (
    hold_id    uuid primary key references log_hold,
    lifted_at  timestamptz not null default now(),
    lifted_by  text not null,
    reference  text not null
);
-- For a week after it was lifted a hold still holds: somebody may see that it should not have been.
create view log_hold_in_force as
    select h.* from log_hold h left join log_hold_lift l using (hold_id)
     where l.hold_id is null or l.lifted_at > now() - interval '7 days';

-- Destroys entries whose term is over, the oldest first, and tells so in the log, in the same transaction. Runs as the owner
-- of the tables, because the running gateway may change no entry. It chooses itself: nobody can name an entry to it, ask for
-- a term below the floor, or have anything destroyed that is on hold, was written later than the term ago by the clock of
-- the database, has no leaf in the tree yet, or belongs to something that is still there: the steps of a transfer go after
-- its decision, and what was told of a person's consents, facts, holds and reports after the last decision about that person.
--
-- of_rule: an exchange type (its decisions and dry runs) or a kind of entry that has none; of_term: ISO 8601; most: how many
-- at a time, of one shard; it looks at no more than twenty times as many. after_...: the place behind which it begins to look.
-- Returns how many were destroyed, whether there may be more, and the place behind which to look for those.
create function destroy_due_log_entries(
        of_rule text, of_term text, most int,
        inout after_at timestamptz default '-infinity', inout after_shard int default 0, inout after_position bigint default 0,
        out destroyed int, out more boolean)
    language plpgsql security definer
    set search_path = "${flyway:defaultSchema}", pg_temp set timezone = 'UTC' set plan_cache_mode = 'force_generic_plan'
    set enable_sort = off set enable_bitmapscan = off set lock_timeout = '5s' as
$$
declare
    of_kind    text := (select k.keeping from log_kind k where k.kind = of_rule);
    term       text;
    before     timestamptz;
    of_shard   int;
    positions  bigint[] := '{}';
    looked     int := 0;
    held_transfers  uuid[];
    held_cases      uuid[];
    held_subjects   uuid[];
    periods    boolean;
    one        record;
    earliest   timestamptz;
    latest     timestamptz;
    hash       text;
    places     text;
    transfers  uuid[];
    others     boolean := false;
    told_id    uuid;
    told       bytea;
begin
    if of_rule !~ '^[A-Z][A-Z0-9_]{0,79}$' or of_term !~ '^P([0-9]{1,3}Y)?([0-9]{1,3}M)?([0-9]{1,4}D)?$' or of_term = 'P'
        or most not between 1 and 500 then
        raise exception 'a rule, a term such as P5Y and 1 to 500 entries are expected'
            using errcode = 'invalid_parameter_value';
    end if;
    if current_setting('transaction_isolation') <> 'read committed' then
        -- else it would not see a hold that was placed since its transaction began
        raise exception 'entries are destroyed in a transaction that is read committed' using errcode = 'invalid_transaction_state';
    end if;
    select f.term into strict term from log_floor f where f.rule in (of_rule, '*') order by f.rule = '*' limit 1;
    if now() - of_term::interval < now() - term::interval then
        term := of_term;
    end if;
    before := date_trunc('second', now() - term::interval);
    destroyed := 0;
    more := false;
    if of_kind in ('AS_ITS_TYPE', 'FOREVER') then
        return; -- decisions go by their exchange type, and some stay
    end if;
    lock table log_hold in share mode; -- nobody places a hold meanwhile; whoever keeps that from us is heard of

    select coalesce(array_agg(h.transfer_id) filter (where h.scope = 'TRANSFER'), '{}'),
           coalesce(array_agg(h.case_key) filter (where h.scope = 'CASE'), '{}'),
           count(*) filter (where h.scope = 'PERIOD') > 0
      into held_transfers, held_cases, periods
      from log_hold_in_force h;
    select coalesce(array_agg(s), '{}') into held_subjects from log_hold_in_force h, unnest(h.subjects) as s;

    -- In the order of an index, so that a turn costs what it destroys. Both conditions are constants.
    for one in execute 'select shard, position, recorded_at, kind, transfer_id, case_key, exchange_type from transfer_log where '
        || case when of_kind is not null then 'kind = $1 and kind not in (''DECISION'', ''DRY_RUN'')'
                else 'exchange_type = $1 and kind in (''DECISION'', ''DRY_RUN'')' end
        || ' and destroyed_at is null and recorded_at < $2 and (recorded_at, shard, position) > ($3, $4, $5)'
        || ' order by recorded_at, shard, position' using of_rule, before, after_at, after_shard, after_position
    loop
        if cardinality(positions) >= most or looked >= 20 * most then
            more := true;
            exit;
        end if;
        looked := looked + 1;
        if one.shard <> of_shard then
            others := true; -- they are of the next time, which begins before the first of them
            continue;
        end if;
        if not others then
            after_at := one.recorded_at;
            after_shard := one.shard;
            after_position := one.position;
        end if;
        continue when one.transfer_id = any (held_transfers) or one.case_key = any (held_cases);
        continue when one.position >= coalesce((select p.next_position from log_progress p where p.shard = one.shard), 0);
        continue when not coalesce((select b.written_at < before from log_batch b
                                     where b.shard = one.shard and b.first_position <= one.position
                                     order by b.first_position desc limit 1), false);
        continue when cardinality(held_subjects) > 0 and exists (
            select from transfer_log_subject s
             where s.shard = one.shard and s.position = one.position and s.recorded_at = one.recorded_at
               and s.subject_key = any (held_subjects));
        continue when periods and exists (
            select from log_hold_in_force h
             where h.scope = 'PERIOD' and (h.exchange_type is null or h.exchange_type = one.exchange_type)
               and (h.from_at is null or h.from_at <= one.recorded_at)
               and (h.until_at is null or one.recorded_at < h.until_at));
        continue when of_kind = 'AFTER_ITS_DECISION' and exists (
            select from transfer_log d where d.transfer_id = one.transfer_id and d.kind = 'DECISION');
        continue when of_kind = 'AFTER_DECISIONS_ON_THE_PERSON' and exists (
            select from transfer_log_subject mine
              join transfer_log_subject other using (subject_key)
              join transfer_log d
                on d.shard = other.shard and d.position = other.position and d.recorded_at = other.recorded_at
             where mine.shard = one.shard and mine.position = one.position and mine.recorded_at = one.recorded_at
               and d.kind = 'DECISION');
        of_shard := one.shard;
        positions := positions || one.position;
        earliest := least(earliest, one.recorded_at);
        latest := greatest(latest, one.recorded_at);
    end loop;
    more := more or others;
    if of_shard is null then
        return;
    end if;
    -- Where two entries stand at one position, which of them has the leaf is not for this function to say: both stay, for the
    -- verifier to name, and keep no other from going.
    select coalesce(array_agg(single.position), '{}') into positions
      from (select l.position from transfer_log l
             where l.shard = of_shard and l.position = any (positions) and l.recorded_at between earliest and latest
             group by l.position having count(*) = 1) as single;
    if cardinality(positions) = 0 then
        return;
    end if;

    -- transferlog.entry.DestroyedHash: the leaves, one a line
    select encode(sha256(string_agg(convert_to(format(E'sluiswachter/entry/1 %s %s %s\n', l.shard, l.position,
                                                      encode(l.entry_hash, 'base64')), 'UTF8'),
                                    ''::bytea order by l.position)), 'base64'),
           array_agg(l.transfer_id) filter (where of_kind is null)
      into hash, transfers
      from transfer_log l
     where l.shard = of_shard and l.position = any (positions) and l.recorded_at between earliest and latest;
    select string_agg(case when first = last then first::text else first || '-' || last end, ' ' order by first)
      into places
      from (select min(position) as first, max(position) as last
              from (select position, position - row_number() over (order by position) as run
                      from unnest(positions) as position) as counted
             group by run) as runs;

    update transfer_log
       set destroyed_at = now(), entry = null, entry_id = null, seed = null, transfer_id = null, sender = null,
           receiver = null, exchange_type = null, outcome = null, reason = null, case_key = null,
           transaction_id = null, trace_id = null
     where shard = of_shard and position = any (positions) and recorded_at between earliest and latest;
    get diagnostics destroyed = row_count;
    if destroyed <> cardinality(positions) then
        raise exception 'two entries stand at one position: verify the log';
    end if;
    delete from transfer_log_subject
     where shard = of_shard and position = any (positions) and recorded_at between earliest and latest;
    delete from transfer_log_reason
     where shard = of_shard and position = any (positions) and recorded_at between earliest and latest;
    delete from receipt where transfer_id = any (transfers);
    delete from decision_image where transfer_id = any (transfers);
    delete from task where transfer_id = any (transfers);
    delete from delivery d
     where d.transfer_id = any (transfers) and not exists (select from payload p where p.transfer_id = d.transfer_id);

    -- Canonical as transferlog.CanonicalJson writes it: names in order, no spaces; no value here needs escaping.
    told_id := gen_random_uuid();
    told := convert_to(format(
        '{"detail":{"before":"%s","entries":"%s","hash":"%s","places":"%s","rule":"%s","shard":"%s","term":"%s"},'
        '"entryId":"%s","format":1,"kind":"DESTRUCTION","recordedAt":"%s"}',
        to_char(before, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), destroyed, hash, places, of_rule, of_shard, term, told_id,
        to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), 'UTF8');
    insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)
    values (told_id, now(), 'DESTRUCTION', told, sha256(told), '{}');
end
$$;
revoke all on function destroy_due_log_entries(text, text, int, timestamptz, int, bigint) from public;

grant select on log_floor, log_kind to ${app};
grant select on log_hold, log_hold_lift, log_hold_in_force to ${app};
grant insert (hold_id, placed_by, ground, reference, scope, subjects, transfer_id, case_key, exchange_type, from_at, until_at)
    on log_hold to ${app};
grant insert (hold_id, lifted_by, reference) on log_hold_lift to ${app};
grant execute on function destroy_due_log_entries(text, text, int, timestamptz, int, bigint) to ${app};
