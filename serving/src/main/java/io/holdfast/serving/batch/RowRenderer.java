package io.holdfast.serving.batch;

import io.holdfast.scoring.reason.RankedReason;
import io.holdfast.scoring.reason.ReasonOutline;
import io.holdfast.scoring.reason.RecurringSentences;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.scoring.table.CsvCells;
import io.holdfast.scoring.table.CsvRowBuffer;
import io.holdfast.scoring.table.TableRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns rows of a table into lines of the output. Keeps working memory: one for each thread. */
final class RowRenderer {
    private final BatchRun run;
    private final CsvRowBuffer out;
    private final Scorer scorer;
    private final int reasons;
    private final Standings standings;
    private final Sentences sentences;
    private final RecurringSentences<CsvCells> known;
    private final Ends ends;
    private @Nullable LocalDate day;
    private boolean stale;

    /** @param out where the lines go */
    RowRenderer(BatchRun run, CsvRowBuffer out) {
        this.run = run;
        this.out = out;
        this.sentences = new Sentences(out);
        this.scorer = new Scorer(run.bundle());
        this.reasons = run.output().reasons();
        this.known = new RecurringSentences<>(run.explainer());
        this.standings = new Standings(run);
        this.ends = new Ends(run, out);
    }

    /** Scores the row's customer and renders one line, whatever the verdict. */
    void render(TableRow row, Tally tally) {
        try {
            Optional<Refusal> bar = run.records().barred(row);
            if (bar.isPresent()) {
                unscored(run.records().id(row), OutputColumns.EXCLUDED, bar.get());
                tally.excluded(bar.get());
            } else {
                scored(row, tally);
            }
        } catch (RefusedException e) {
            unscored(run.records().id(row), OutputColumns.REFUSED, e.refusal());
            tally.refused(row.line(), e.refusal());
        }
        for (int column : run.columns().kept()) {
            out.cell(row.cell(column));
        }
        out.endRow();
    }

    private void scored(TableRow row, Tally tally) throws RefusedException {
        CustomerRecord customer = run.records().read(row);
        checkDay(customer);
        ChurnScore score = scorer.score(customer);
        List<InputWarning> warnings = stale ? run.validity().warnings(score) : score.warnings();
        scored(score, warnings);
        tally.scored(!warnings.isEmpty());
    }

    /** Neighbouring rows mostly have one day. */
    private void checkDay(CustomerRecord customer) throws RefusedException {
        if (!customer.asOf().equals(day)) {
            AsOfDay.requireKnown(customer, run.validity().today());
            day = customer.asOf();
            stale = run.validity().isOver(day);
        }
    }

    private void scored(ChurnScore score, List<InputWarning> warnings) {
        out.exact(score.customer().id());
        out.cells(warnings.isEmpty() ? run.ok() : run.warned());
        out.hexadecimal(score.prediction().high(), score.prediction().low());
        out.number(score.probability());
        out.whole(score.score());
        out.number(score.percentile());
        standings.write(score, out);
        out.number(score.logOdds());
        ReasonOutline outline = run.explainer().outline(score, reasons);
        for (RankedReason reason : outline.listed()) {
            codeAndSentence(score, reason);
            out.number(reason.share());
            out.number(reason.impact());
        }
        empty(OutputColumns.CELLS_OF_REASON * (reasons - outline.listed().size()));
        out.number(outline.otherImpact());
        ends.write(run.care().decide(score, outline.ranking(), stale), warnings);
    }

    private void codeAndSentence(ChurnScore score, RankedReason reason) {
        @Nullable CsvCells made = known.find(score, reason);
        if (made != null) {
            out.cells(made);
            return;
        }
        int start = out.size();
        out.cell(reason.reason().code());
        out.beginCell();
        run.explainer().sentence(score, reason, run.output().language(), sentences);
        out.endCell();
        known.keep(() -> out.since(start));
    }

    private void unscored(String id, String status, Refusal refusal) {
        out.exact(id);
        out.cell(status);
        out.cell(refusal.code());
        empty(OutputColumns.CELLS_OF_SCORE + OutputColumns.CELLS_OF_REASON * reasons);
        out.cell(refusal.field().isEmpty() ? "" : refusal.code() + ":" + refusal.field());
        out.cells(run.facts());
    }

    private void empty(int cells) {
        for (int i = 0; i < cells; i++) {
            out.empty();
        }
    }
}
