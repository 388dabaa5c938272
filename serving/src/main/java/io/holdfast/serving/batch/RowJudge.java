package io.holdfast.serving.batch;

import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.ListScorer;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.table.TableRow;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what becomes of a row. Keeps working memory: one for each thread. */
final class RowJudge {
    private final BatchRun run;
    private final ListScorer scorer;
    private @Nullable LocalDate day;

    RowJudge(BatchRun run) {
        this.run = run;
        this.scorer = new ListScorer(run.bundle(), run.records());
    }

    Verdict judge(TableRow row) {
        try {
            Optional<Refusal> bar = run.records().barred(row);
            return bar.isPresent() ? new Verdict.Excluded(bar.get()) : new Verdict.Scored(score(row));
        } catch (RefusedException e) {
            return new Verdict.Refused(e.refusal());
        }
    }

    /** Neighbouring rows mostly have one day. */
    private ChurnScore score(TableRow row) throws RefusedException {
        ChurnScore score = scorer.score(row);
        LocalDate asOf = score.customer().asOf();
        if (!asOf.equals(day)) {
            AsOfDay.requireKnown(score.customer(), run.validity().today());
            day = asOf;
        }
        return score;
    }
}
