-- The running gateway compares what was applied with what it knows, for its readiness.
grant select on flyway_schema_history to ${app};
