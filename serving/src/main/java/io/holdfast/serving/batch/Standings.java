package io.holdfast.serving.batch;

import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.RiskBand;
import io.holdfast.scoring.table.CsvCells;
import io.holdfast.scoring.table.CsvRowBuffer;
import java.time.LocalDate;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** Writes the cells from {@code band} to {@code base_log_odds}, which are the same for all customers of a band and a day; neighbouring rows mostly have one day. For one thread. */
final class Standings {
    private final BatchRun run;
    private final EnumMap<RiskBand, CsvCells> known = new EnumMap<>(RiskBand.class);
    private LocalDate day = LocalDate.EPOCH;

    Standings(BatchRun run) {
        this.run = run;
    }

    /** @param out with a cell of the row in it already */
    void write(ChurnScore score, CsvRowBuffer out) {
        LocalDate asOf = score.customer().asOf();
        if (!asOf.equals(day)) {
            known.clear();
            day = asOf;
        }
        @Nullable CsvCells cells = known.get(score.band());
        if (cells == null) {
            int start = out.size();
            out.cell(score.band().code());
            out.cell(asOf.toString());
            out.cell(run.validity().until(asOf).toString());
            out.cells(run.horizonAndBase());
            cells = out.since(start);
            known.put(score.band(), cells);
        } else {
            out.cells(cells);
        }
    }
}
