package io.holdfast.cli.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rows of a file are. */
public interface RowKind {
    /** What the rows are called: the array of a request, and people's word for them. */
    String name();

    /** The columns there are. */
    List<? extends RowColumn> columns();

    /** Whether a column that is none of these may stand in the file all the same. */
    default boolean ignores(String header) {
        return false;
    }

    /** Whether a row says anything yet. */
    default boolean isFilledIn(ObjectNode row) {
        return true;
    }

    /**
     * Adds to a row what its file does not say.
     *
     * @return what is missing, and what was expected; empty where the row is whole
     */
    default Optional<String> complete(ObjectNode row) {
        return Optional.empty();
    }

    /**
     * What makes a row that was taken an odd one.
     *
     * @param flag as the store replies it
     * @return the columns that make it so; empty where it is not worth a line of its own
     */
    default List<? extends RowColumn> behind(String flag) {
        return List.of();
    }

    /** The columns of a file, for messages. */
    default String headers() {
        return columns().stream().map(RowColumn::header).collect(Collectors.joining(", "));
    }
}
