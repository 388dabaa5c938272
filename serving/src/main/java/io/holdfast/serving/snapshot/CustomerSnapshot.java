package io.holdfast.serving.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The customers of a feature table as of one day. Where the table tells apart what a customer has (lines, policies), the rows are of such units, each with an
 * id of its own, and a customer has one or several. Immutable and thread-safe.
 */
public final class CustomerSnapshot {
    private final LocalDate asOf;
    private final String digest;
    private final Ids units;
    private final Optional<Ids> owners;
    private final BitSet objected;
    private final BitSet left;
    private final SnapshotColumns columns;

    /** @param owners the customer of each unit, where units are told apart */
    CustomerSnapshot(
            LocalDate asOf,
            String digest,
            Ids units,
            Optional<Ids> owners,
            BitSet objected,
            BitSet left,
            SnapshotColumns columns) {
        this.asOf = asOf;
        this.digest = digest;
        this.units = units;
        this.owners = owners;
        this.objected = objected;
        this.left = left;
        this.columns = columns;
    }

    /** The day as of which all values were known. */
    public LocalDate asOf() {
        return asOf;
    }

    /** SHA-256 of the file as it lay there, hexadecimal. */
    public String digest() {
        return digest;
    }

    /** How many units there are that have not left: customers, where the table tells nothing apart. */
    public int rows() {
        return columns.rows() - left.cardinality();
    }

    /** Whether the table tells apart what a customer has. */
    public boolean hasUnits() {
        return owners.isPresent();
    }

    /** About how many bytes it takes in memory. */
    public long memory() {
        return units.memory()
                + owners.map(Ids::memory).orElse(0L)
                + columns.memory()
                + (objected.size() + left.size()) / Byte.SIZE;
    }

    /**
     * Whom an id means: the unit that has it, else all units of the customer who has it and that have not left. An id that is a unit of one customer and the name of another means
     * nobody, since nobody can know who was meant.
     */
    public Match find(String id) {
        int unit = units.first(id);
        if (owners.isEmpty()) {
            return unit == Ids.NONE ? Match.NOBODY : match(List.of(unit));
        }
        Ids owner = owners.get();
        int first = owner.first(id);
        if (unit == Ids.NONE) {
            return first == Ids.NONE ? Match.NOBODY : match(all(owner, first));
        }
        boolean another = first != Ids.NONE && !owner.at(unit).equals(id);
        return another ? Match.AMBIGUOUS : match(List.of(unit));
    }

    private static List<Integer> all(Ids owner, int first) {
        List<Integer> rows = new ArrayList<>();
        for (int row = first; row != Ids.NONE; row = owner.next(row)) {
            rows.add(row);
        }
        return rows;
    }

    private Match match(List<Integer> rows) {
        if (rows.stream().anyMatch(objected::get)) {
            return Match.OBJECTED;
        }
        List<Integer> there = rows.stream().filter(row -> !left.get(row)).toList();
        if (there.isEmpty()) {
            return Match.LEFT;
        }
        return new Match.Found(there.stream()
                .map(row -> new SnapshotRow(units.at(row), owners.map(owner -> owner.at(row)), columns, row))
                .toList());
    }
}
