package io.holdfast.cli.planning;

import io.holdfast.care.playbook.Planning;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Tells the files apart that the customers of a plan may stand in. */
public final class PlanSources {
    /** Reasons that a list of scores should have of each customer: one that is not in it triggers nothing. */
    public static final int REASONS = 10;

    private PlanSources() {}

    /** The columns of a table that have to be kept when it is scored, so that the list can be planned for; in the order of their names. */
    public static List<String> columnsToKeep(ModelBundle bundle, Planning planning) {
        return List.copyOf(ScoredList.columns(bundle, planning));
    }

    /**
     * The source that a file is: scores, where it has their columns, else a table.
     *
     * @param format of tables; scores are always written alike
     * @param day the first day of the plan
     */
    public static PlanSource of(Path file, TableFormat format, ModelBundle bundle, Planning planning, LocalDate day) {
        return isScored(file)
                ? new ScoredList(file, bundle, planning, day)
                : new PlanTable(file, format, bundle, planning, day);
    }

    /** Whether a file is one that 'score' wrote; a table in another format is none. */
    public static boolean isScored(Path file) {
        try (TableReader reader = TableReader.open(file, TableFormat.csv())) {
            return ScoredList.hasHeader(reader.header());
        } catch (InputException e) {
            return false;
        }
    }
}
