package io.holdfast.serving.store;

import org.jdbi.v3.core.Handle;

/** Things that the store has or has not, by their ids. */
enum Presence {
    PLAN("care_plan", "plan_id"),
    PREDICTION("prediction", "prediction_id"),
    ATTEMPT("work_attempt", "attempt_id");

    private final String query;

    Presence(String table, String id) {
        this.query = "select count(*) from " + table + " where " + id + " = :id";
    }

    /** Whether there is one of this id. */
    boolean has(Handle handle, String id) {
        return handle.createQuery(query).bind("id", id).mapTo(Long.class).one() > 0;
    }
}
