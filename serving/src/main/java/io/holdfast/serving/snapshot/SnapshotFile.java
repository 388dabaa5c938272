package io.holdfast.serving.snapshot;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A feature table to answer from.
 *
 * @param path CSV, compressed if it ends in {@code .gz}
 * @param plan what says that its features are those the model learned; empty for a model that learned from a table
 */
public record SnapshotFile(Path path, Optional<PlanMark> plan) {
    /**
     * The mark that a plan leaves in its feature tables.
     *
     * @param column that holds it, in every row
     * @param digest what it holds
     */
    public record PlanMark(String column, String digest) {}
}
