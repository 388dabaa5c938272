package io.holdfast.training.publish;

import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.Counted;
import io.holdfast.scoring.table.Rounded;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.evaluation.Clusters;
import io.holdfast.training.inspection.GroupSizes;
import io.holdfast.training.inspection.NearCopies;
import io.holdfast.training.split.Customers;
import io.holdfast.training.split.DisjointSets;
import io.holdfast.training.split.Folds;
import io.holdfast.training.split.RowGroups;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which rows of a table belong together: those of a group that the table names, and near-copies of each other unless somebody has
 * answered for taking them as independent. A pure function of table and seed. Immutable.
 */
public final class RowsTogether {
    /** A larger group of copies fits into no part of a split, and is more likely a chain of chance. */
    private static final double LARGEST_SHARE = .1;

    private final TrainingTable table;
    private final NearCopies copies;
    private final Verdict verdict;
    private final RowGroups groups;

    private enum Verdict {
        NO_COPIES,
        KEPT_BY_GROUPS,
        ACKNOWLEDGED,
        JOINED
    }

    private RowsTogether(TrainingTable table, NearCopies copies) {
        this.table = table;
        // A run holds this to its end, and the cells are as many as the table's.
        this.copies = copies.withoutRows();
        int[] declared = table.groups();
        if (!copies.found()) {
            verdict = Verdict.NO_COPIES;
        } else if (table.grouped() && copies.keptTogether(declared) >= NearCopies.KEPT) {
            verdict = Verdict.KEPT_BY_GROUPS;
        } else {
            verdict = acknowledged().isEmpty() ? Verdict.JOINED : Verdict.ACKNOWLEDGED;
        }
        groups = RowGroups.of(verdict == Verdict.JOINED ? DisjointSets.joined(declared, copies.groups()) : declared);
    }

    /**
     * Looks for near-copies; a second or two of processor time for a hundred thousand rows, a dozen for a million; where some are found, joining them takes as long again.
     *
     * @param seed of the rows sampled
     */
    public static RowsTogether of(TrainingTable table, long seed) {
        return new RowsTogether(table, NearCopies.search(CheckedColumns.features(table), table.positives(), seed));
    }

    private String acknowledged() {
        return table.description().acknowledged().getOrDefault(DatasetDescription.NEAR_COPIES, "");
    }

    /**
     * Refuses what cannot be dealt out.
     *
     * @throws InputException if near-copies hang together in one chain that no part of a split can hold
     */
    public void requireDealable() {
        int largest = GroupSizes.of(groups()).largest();
        if (verdict == Verdict.JOINED && largest > LARGEST_SHARE * table.rows()) {
            throw new InputException(
                    "near_copies",
                    String.format(
                            Locale.ROOT,
                            "%s holds near-copies, but %,d of its rows hang together, too many to keep on one side of a split. %s"
                                    + " Give a column that keeps copies together the role group; or say under 'acknowledged', '%s', "
                                    + "why they may stand on both sides.",
                            table.name(),
                            largest,
                            copies.evidence(),
                            DatasetDescription.NEAR_COPIES));
        }
    }

    /** A number per row, from 0, equal where rows belong together. */
    public int[] groups() {
        return groups.numbers();
    }

    /**
     * What learners are to keep together inside of the training rows of given folds. An out-of-bag check should see what the folds
     * see: it keeps near-copies together where all repeats keep nearly all of them, and parts them where the folds part them.
     */
    public int[] groupsWithin(Folds folds) {
        boolean follow = verdict == Verdict.KEPT_BY_GROUPS || verdict == Verdict.JOINED;
        return follow && keptBy(folds) < NearCopies.KEPT
                ? IntStream.range(0, table.rows()).toArray()
                : groups();
    }

    /** The least share of the near-copies that a repeat keeps in one fold. */
    private double keptBy(Folds folds) {
        return IntStream.range(0, folds.repeats().size())
                .mapToDouble(repeat -> copies.keptTogether(folds.folds(repeat)))
                .min()
                .orElse(1);
    }

    /** What somebody has to know who trains on a split of this table or on folds drawn from it; one sentence or two, or none. */
    public List<String> notes() {
        return notes(
                table.dated()
                        ? "stay together where rows are dealt at random, and may stand on both sides of a boundary in time"
                        : "stay together wherever rows are dealt out");
    }

    /** The same for folds that were given. */
    public List<String> notes(Folds folds) {
        double kept = keptBy(folds);
        if (verdict == Verdict.NO_COPIES || verdict == Verdict.ACKNOWLEDGED || kept >= NearCopies.KEPT) {
            return notes("stay together in the given folds and in the bags");
        }
        return List.of(copies.evidence() + " The given folds keep only " + Rounded.percent(kept, 0)
                + " of the near-copies in one fold, so the figures show memory of copies, not foresight.");
    }

    private List<String> notes(String together) {
        return switch (verdict) {
            case NO_COPIES, KEPT_BY_GROUPS -> List.of();
            case ACKNOWLEDGED ->
                List.of(copies.evidence()
                        + " Copies are taken as independent rows, so figures may show memory of them. Acknowledged: "
                        + acknowledged());
            case JOINED -> List.of(copies.evidence() + " " + joined() + together + ". " + advice());
        };
    }

    private String joined() {
        GroupSizes sizes = GroupSizes.of(groups());
        return String.format(
                Locale.ROOT,
                "%s, %,d rows in %s, ",
                table.grouped()
                        ? "The column of role group parts some of them; its groups and the near-copies joined"
                        : "Near-copies",
                sizes.rows(),
                Counted.of(sizes.groups(), "group"));
    }

    private static String advice() {
        return "A column of role group that says which rows are one customer is surer (inspect --groups writes a first one).";
    }

    /** What a split is called besides; empty where every row stands for itself. */
    String inWords() {
        if (verdict != Verdict.JOINED || table.dated()) {
            return table.grouped() ? ", groups on one side" : "";
        }
        return table.grouped() ? ", groups and near-copies on one side" : ", near-copies on one side";
    }

    /** What a bootstrap draws whole: groups, near-copies, or the rows of one customer. */
    public Clusters clusters(int[] rows) {
        if (table.grouped()) {
            return new Clusters("groups", at(rows, groups()));
        }
        String what = verdict == Verdict.JOINED ? "groups of near-copies" : "customers";
        return new Clusters(what, at(rows, Customers.joined(table, groups())));
    }

    private static int[] at(int[] rows, int[] numbers) {
        return Arrays.stream(rows).map(row -> numbers[row]).toArray();
    }
}
