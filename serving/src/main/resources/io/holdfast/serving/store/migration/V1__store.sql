-- One text for SQLite and PostgreSQL: text, bigint (microseconds since 1970, UTC), double precision and integer (0 or 1) only; JSON is text.
-- customer_id is whom a row belongs to now, given_id the id it came with: the two differ after a merge.

create table store_fact (
    name  text primary key,
    value text not null
);

create table customer (
    customer_id text primary key,
    -- What the audit calls the customer; with this row the audit forgets whom it means.
    audit_ref   text   not null unique,
    created_at  bigint not null
);

create table customer_alias (
    alias       text primary key,
    customer_id text   not null references customer (customer_id),
    merged_at   bigint not null
);
create index customer_alias_target on customer_alias (customer_id);

-- Who was erased after an opt-out, as a salted hash, so that nobody writes to them again.
create table suppression (
    id_hash text primary key,
    since   bigint not null
);

create table hold_out (
    customer_id text primary key references customer (customer_id),
    -- What was drawn: the household where it is known, else the customer.
    unit        text             not null,
    salt        text             not null,
    share       double precision not null,
    arm         text             not null check (arm in ('treated', 'held-out')),
    since       bigint           not null,
    -- Two ids of different arms were merged: whom care reached cannot be told, so nothing is measured on this customer.
    mixed       integer          not null default 0 check (mixed in (0, 1))
);

create table prediction (
    prediction_id text primary key,
    customer_id   text             not null references customer (customer_id),
    given_id      text             not null,
    model_id      text             not null,
    model_digest  text             not null,
    as_of         text             not null,
    valid_until   text             not null,
    probability   double precision not null,
    log_odds      double precision not null,
    percentile    double precision not null,
    band          text             not null,
    inputs        text             not null,
    reasons       text             not null,
    recorded_at   bigint           not null
);
create index prediction_customer on prediction (customer_id);

create table care_plan (
    plan_id         text primary key,
    model_digest    text   not null,
    playbook_digest text   not null,
    settings        text   not null,
    summary         text   not null,
    fingerprint     text   not null,
    actor           text   not null,
    created_at      bigint not null
);

create table decision (
    decision_id     text primary key,
    plan_id         text    not null references care_plan (plan_id),
    customer_id     text    not null references customer (customer_id),
    given_id        text    not null,
    -- The line, policy or account; empty where the customer is the unit.
    unit            text    not null,
    household       text    not null,
    owner           text    not null,
    prediction_id   text references prediction (prediction_id),
    arm             text    not null,
    -- withheld is the shadow: decided for a held-out customer, never carried out.
    status          text    not null check (status in ('planned', 'withheld', 'none')),
    cause           text,
    action          text,
    channel         text,
    team            text    not null,
    texts           text    not null,
    explanation     text    not null,
    assigned_with   double precision not null check (assigned_with >= 0 and assigned_with <= 1),
    decided_at      bigint  not null,
    due_at          bigint  not null,
    expires_at      bigint  not null,
    state           text    not null check (state in ('open', 'done', 'expired', 'superseded')),
    acted_by        text,
    acted_at        bigint,
    override_action text,
    override_reason text,
    override_by     text,
    override_at     bigint
);
create unique index decision_open on decision (customer_id, unit) where state = 'open';
create index decision_customer on decision (customer_id, decided_at);
create index decision_expiry on decision (state, expires_at);
create index decision_plan on decision (plan_id);

create table candidate (
    decision_id   text             not null references decision (decision_id),
    action        text             not null,
    assigned_with double precision not null check (assigned_with >= 0 and assigned_with <= 1),
    gain          double precision,
    primary key (decision_id, action)
);

create table work_item (
    item_id      text primary key,
    decision_id  text    not null references decision (decision_id),
    step         integer not null,
    customer_id  text    not null references customer (customer_id),
    given_id     text    not null,
    team         text    not null,
    owner        text    not null,
    channel      text    not null,
    action       text    not null,
    texts        text    not null,
    gain         double precision,
    status       text    not null check (status in ('open', 'claimed', 'closed')),
    claimed_by   text,
    claimed_at   bigint,
    attempts     integer not null default 0,
    disposition  text,
    call_back_at bigint,
    escalated    integer not null default 0 check (escalated in (0, 1)),
    due_at       bigint  not null,
    expires_at   bigint  not null,
    created_at   bigint  not null,
    updated_at   bigint  not null,
    unique (decision_id, step)
);
create index work_item_order on work_item (status, due_at, item_id);
create index work_item_team on work_item (team, status, due_at, item_id);
create index work_item_customer on work_item (customer_id);

create table work_attempt (
    attempt_id   text primary key,
    item_id      text    not null references work_item (item_id),
    number       integer not null,
    agent        text    not null,
    disposition  text    not null,
    call_back_at bigint,
    note         text    not null,
    fingerprint  text    not null,
    attempted_at bigint  not null
);
create index work_attempt_item on work_attempt (item_id, number);

create table departed_owner (
    owner       text primary key,
    departed_at bigint not null
);

create table contact (
    contact_id  text primary key,
    customer_id text   not null references customer (customer_id),
    given_id    text   not null,
    decision_id text,
    kind        text   not null,
    direction   text   not null check (direction in ('inbound', 'outbound')),
    channel     text   not null,
    note        text   not null,
    fingerprint text   not null,
    occurred_at bigint not null,
    reported_at bigint not null,
    recorded_at bigint not null
);
create index contact_customer on contact (customer_id, occurred_at);

create table consent (
    customer_id text    not null references customer (customer_id),
    purpose     text    not null check (purpose in ('care', 'profiling')),
    -- A channel's code, or '*' for all.
    channel     text    not null,
    granted     integer not null check (granted in (0, 1)),
    said_at     bigint  not null,
    source      text    not null,
    primary key (customer_id, purpose, channel)
);

create table audit_head (
    id   integer primary key check (id = 1),
    seq  bigint not null,
    hash text   not null
);
insert into audit_head (id, seq, hash) values (1, 0, '');

create table audit (
    seq      bigint primary key,
    at       bigint not null,
    actor    text   not null,
    event    text   not null,
    subject  text   not null,
    detail   text   not null,
    previous text   not null,
    hash     text   not null
);
create index audit_subject on audit (subject);
