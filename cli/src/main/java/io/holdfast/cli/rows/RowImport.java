package io.holdfast.cli.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes a file of rows into a store, piece by piece; every piece is on the disk before the next one is sent. */
public final class RowImport {
    private static final int PIECE = 500;
    /** More lines of one kind would hide the others. */
    private static final int MOST_ODD = 20;

    private final Path file;
    private final TableFormat format;
    private final RowKind kind;
    private final Function<ObjectNode, JsonNode> store;
    private final Consumer<String> refusals;

    private long written;
    private long unchanged;
    private long refused;
    private long blank;
    private final Map<String, Long> flags = new TreeMap<>();

    /**
     * An import.
     *
     * @param kind what the rows are
     * @param store answers a report of them
     * @param refusals takes a sentence for every line that was not taken, and for the first ones that are odd in each way
     */
    public RowImport(
            Path file,
            TableFormat format,
            RowKind kind,
            Function<ObjectNode, JsonNode> store,
            Consumer<String> refusals) {
        this.file = file;
        this.format = format;
        this.kind = kind;
        this.store = store;
        this.refusals = refusals;
    }

    /**
     * What came of a file.
     *
     * @param written rows that are new, or corrections
     * @param unchanged that were there already
     * @param refused lines that were not taken
     * @param blank lines that say nothing yet
     * @param flags how many rows that were taken are odd in which way
     */
    public record Result(long written, long unchanged, long refused, long blank, Map<String, Long> flags) {
        /** Keeps a copy. */
        public Result {
            flags = new TreeMap<>(flags);
        }
    }

    /**
     * Takes the file.
     *
     * @throws InputException when it is no table of such rows, then nothing was taken; or when the store ceases to answer, then what was acknowledged stands
     */
    public Result run() {
        RowTable.check(file, format, kind);
        try (RowTable table = RowTable.open(file, format, kind)) {
            List<RowTable.Line> piece = new ArrayList<>();
            RowTable.Line line = table.next();
            long safe = 1;
            while (line != null) {
                if (!line.filledIn()) {
                    blank++;
                } else if (line.fault().isPresent()) {
                    refused++;
                    refusals.accept(line.fault().get());
                } else {
                    piece.add(line);
                }
                RowTable.Line next = table.next();
                if (!piece.isEmpty() && (piece.size() == PIECE || next == null)) {
                    send(table, piece, safe);
                    safe = line.line();
                    piece.clear();
                }
                line = next;
            }
        }
        return new Result(written, unchanged, refused, blank, flags);
    }

    private void send(RowTable table, List<RowTable.Line> piece, long safe) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.putArray(kind.name());
        piece.forEach(line -> rows.add(line.body()));
        JsonNode reply = ask(body, safe);
        written += reply.path("summary").path("written").asLong();
        unchanged += reply.path("summary").path("unchanged").asLong();
        refused += reply.path("summary").path("refused").asLong();
        for (JsonNode result : reply.path("results")) {
            for (JsonNode flag : result.path("flags")) {
                odd(table, piece.get(result.path("index").asInt()), flag.asText());
            }
            JsonNode error = result.path("error");
            if (error.isObject()) {
                refusals.accept(table.sentence(
                        piece.get(result.path("index").asInt()).line(),
                        error.path("pointer").asText(),
                        error.path("message").asText()));
            }
        }
    }

    private void odd(RowTable table, RowTable.Line line, String flag) {
        long before = flags.merge(flag, 1L, Long::sum) - 1;
        Optional<String> sentence = table.odd(line, flag);
        if (before < MOST_ODD) {
            sentence.ifPresent(refusals);
        } else if (before == MOST_ODD && sentence.isPresent()) {
            refusals.accept(file + ": more lines are " + flag + "; the last line says how many");
        }
    }

    private JsonNode ask(ObjectNode body, long safe) {
        try {
            return store.apply(body);
        } catch (InputException e) {
            String kept =
                    safe == 1 ? "nothing is known to be kept" : "what was not refused up to line " + safe + " is kept";
            throw new InputException(
                    e.code(),
                    e.getMessage() + " " + file + ": " + kept + "; repeat the command, which counts nothing twice",
                    e);
        }
    }
}
