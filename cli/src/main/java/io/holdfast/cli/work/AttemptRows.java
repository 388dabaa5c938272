package io.holdfast.cli.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.cli.rows.RowColumn;
import io.holdfast.cli.rows.RowKind;
import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.table.Formula;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows of what came of work: a list that {@link WorkFile} wrote and somebody filled in, or one's own. */
public final class AttemptRows implements RowKind {
    private static final String AGENT = AttemptColumn.AGENT.field();
    private static final String WHEN = AttemptColumn.OCCURRED_AT.field();
    private static final String ID = AttemptColumn.ATTEMPT_ID.field();

    private final Optional<String> agent;
    private final Optional<String> when;

    /**
     * Rows with what a command says of all of them.
     *
     * @param agent who did what names nobody
     * @param when of what names no time, as requests write moments
     */
    public AttemptRows(Optional<String> agent, Optional<String> when) {
        this.agent = agent;
        this.when = when;
    }

    @Override
    public String name() {
        return "attempts";
    }

    @Override
    public List<? extends RowColumn> columns() {
        return List.of(AttemptColumn.values());
    }

    @Override
    public boolean ignores(String header) {
        return WorkFile.SHOWN.contains(header);
    }

    @Override
    public boolean isFilledIn(ObjectNode row) {
        return Stream.of(AttemptColumn.values())
                .filter(column -> column != AttemptColumn.ITEM_ID && column != AttemptColumn.AGENT)
                .anyMatch(column -> row.has(column.field()));
    }

    /** A row that names no attempt is known by its item and time, so that the same file twice counts once. */
    @Override
    public Optional<String> complete(ObjectNode row) {
        if (!row.has(AGENT)) {
            if (agent.isEmpty()) {
                return Optional.of("nobody is named; expected the agent in the column 'agent', or by --agent");
            }
            row.put(AGENT, agent.get());
        } else {
            // The list has whoever claimed an item, neutralised.
            row.put(AGENT, Formula.restored(row.path(AGENT).asText()));
        }
        if (!row.has(WHEN) && when.isPresent()) {
            row.put(WHEN, when.get());
        }
        if (!row.has(ID)) {
            if (!row.has(WHEN)) {
                return Optional.of("it does not say when; expected a day or moment in the column 'occurred_at', or by"
                        + " --when, so that the same file twice counts once");
            }
            row.put(ID, id(row));
        }
        return Optional.empty();
    }

    private static String id(ObjectNode row) {
        String item = row.path(AttemptColumn.ITEM_ID.field()).asText();
        String moment = row.path(WHEN).asText();
        return Sha256.hex((item + ' ' + instant(moment)).getBytes(StandardCharsets.UTF_8));
    }

    /** The same moment however it is written; what is none is refused by the store. */
    private static String instant(String moment) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(moment);
            Instant instant = at.toInstant();
            boolean midnight = instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
            // Midnight UTC is a day, an hour that falls on it is none.
            return midnight && !at.getOffset().equals(ZoneOffset.UTC) ? instant + " +" : instant.toString();
        } catch (DateTimeException e) {
            return moment;
        }
    }
}
