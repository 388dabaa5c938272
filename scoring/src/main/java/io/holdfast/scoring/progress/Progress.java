package io.holdfast.scoring.progress;

/** Hears how far a piece of work is. Called from one thread at a time, often. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = (what, done, total) -> {};

    /**
     * Work went on.
     *
     * @param what name of the step, for people
     * @param done units done, 0 or more
     * @param total units in all; 0 when unknown
     */
    void at(String what, long done, long total);
}
