package io.holdfast.serving.snapshot;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
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
    public record PlanMark(String column, String digest) {
        /** The code of what {@link #require} refuses. */
        public static final String OF_ANOTHER_PLAN = "features_of_another_plan";

        /**
         * Checks that a table with marks has no other one. A table without any passes: whoever made it has to know which features they are.
         *
         * @param table CSV, compressed if it ends in {@code .gz}
         * @throws InputException naming the first row of another plan
         */
        public void require(Path table, TableFormat format) {
            try (TableReader reader = TableReader.open(table, format)) {
                int position = reader.header().indexOf(column);
                while (position >= 0 && reader.advance()) {
                    String found = reader.row().cell(position);
                    if (!found.equals(digest)) {
                        throw new InputException(
                                OF_ANOTHER_PLAN,
                                reader.name() + " line " + reader.row().line() + ": " + otherThan(found, digest));
                    }
                }
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
