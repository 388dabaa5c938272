package io.holdfast.serving.batch;

import io.holdfast.scoring.reason.RankedReason;
import io.holdfast.scoring.reason.ReasonOutline;
import io.holdfast.scoring.reason.RecurringSentences;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.table.CsvCells;
import io.holdfast.scoring.table.CsvRowBuffer;
import io.holdfast.scoring.table.TableRow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what becomes of rows into lines of the output. Keeps working memory: one for each thread. */
final class RowRenderer {
    private final BatchRun run;
    private final CsvRowBuffer out;
    private final int reasons;
    private final Standings standings;
    private final Sentences sentences;
    private final RecurringSentences<CsvCells> known;
    private final Ends ends;
    private @Nullable LocalDate day;
    private boolean dayIsOver;

    /** @param out where the lines go */
    RowRenderer(BatchRun run, CsvRowBuffer out) {
        this.run = run;
        this.out = out;
        this.sentences = new Sentences(out);
        this.reasons = run.output().reasons();
        this.known = new RecurringSentences<>(run.explainer());
        this.standings = new Standings(run);
        this.ends = new Ends(run, out);
    }

    /** Renders one line, whatever the verdict. */
    void render(TableRow row, Verdict verdict, Tally tally) {
        if (verdict instanceof Verdict.Scored scored) {
            boolean stale = isStale(scored.score().customer());
            List<InputWarning> warnings = stale
                    ? run.validity().warnings(scored.score())
                    : scored.score().warnings();
            scored(scored.score(), stale, warnings);
            tally.scored(!warnings.isEmpty());
        } else if (verdict instanceof Verdict.Excluded excluded) {
            unscored(run.records().id(row), OutputColumns.EXCLUDED, excluded.why());
            tally.excluded(excluded.why());
        } else if (verdict instanceof Verdict.Refused refused) {
            unscored(run.records().id(row), OutputColumns.REFUSED, refused.why());
            tally.refused(row.line(), refused.why());
        }
        for (int column : run.columns().kept()) {
            out.cell(row.cell(column));
        }
        out.endRow();
    }

    /** Neighbouring rows mostly have one day. */
    private boolean isStale(CustomerRecord customer) {
        if (!customer.asOf().equals(day)) {
            day = customer.asOf();
            dayIsOver = run.validity().isOver(day);
        }
        return dayIsOver;
    }

    private void scored(ChurnScore score, boolean stale, List<InputWarning> warnings) {
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
