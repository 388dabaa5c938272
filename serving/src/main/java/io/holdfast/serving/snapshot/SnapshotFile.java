package io.holdfast.serving.snapshot;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.RowMark;
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
     * The mark that a plan leaves in its feature tables. A table without any passes: whoever made it has to know which features they are.
     *
     * @param column that holds it, in every row
     * @param digest what it holds
     */
    public record PlanMark(String column, String digest) implements RowMark {
        /** The code of what {@link #require} refuses. */
        public static final String OF_ANOTHER_PLAN = "features_of_another_plan";

        @Override
        public void require(String table, long line, String cell) {
            if (!cell.equals(digest)) {
                throw new InputException(OF_ANOTHER_PLAN, table + " line " + line + ": " + otherThan(cell, digest));
            }
        }

        /** What is said of a row with another mark. */
        static String otherThan(String found, String digest) {
            return "the features were made by the plan " + Excerpt.of(found)
                    + ", the model learned from those of the plan '" + digest
                    + "'; expected 'holdfast features --bundle' with this model's bundle";
        }
    }
}
