package io.holdfast.serving.batch;

import io.holdfast.care.decision.CareDecision;
import io.holdfast.care.decision.CareStatus;
import io.holdfast.care.playbook.CareAction;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.reason.RankedReason;
import io.holdfast.scoring.reason.ReasonOutline;
import io.holdfast.scoring.reason.ReasonRanking;
import io.holdfast.scoring.score.AsOfDay;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.InputWarning;
import io.holdfast.scoring.score.Refusal;
import io.holdfast.scoring.score.RefusedException;
import io.holdfast.scoring.score.RiskBand;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.scoring.table.CsvRowBuffer;
import io.holdfast.scoring.table.TableRow;
import java.util.List;
import java.util.Optional;

/** Turns rows of a table into lines of the output. Keeps working memory: one for each thread. */
final class RowRenderer {
    private final BatchRun run;
    private final CsvRowBuffer out;
    private final Scorer scorer;
    private final int reasons;
    private final Days days;
    private final Sentences sentences;
    private final Recurring<RiskBand> bands = new Recurring<>(RiskBand::code);
    private final Recurring<Reason> codes = new Recurring<>(Reason::code);
    private final Recurring<CareStatus> careStatuses = new Recurring<>(CareStatus::code);
    private final Recurring<CareAction> careCodes = new Recurring<>(CareAction::code);
    private final Recurring<CareAction> careTexts;

    /** @param out where the lines go */
    RowRenderer(BatchRun run, CsvRowBuffer out) {
        this.run = run;
        this.out = out;
        this.sentences = new Sentences(out);
        this.scorer = new Scorer(run.bundle());
        this.reasons = run.output().reasons();
        this.careTexts = new Recurring<>(action -> action.text().in(run.output().language()));
        this.days = new Days(run.validity());
    }

    /** Scores the row's customer and renders one line, whatever the verdict. */
    void render(TableRow row, Tally tally) {
        try {
            ChurnScore score = scorer.score(
                    AsOfDay.requireKnown(run.records().read(row), run.validity().today()));
            List<InputWarning> warnings = run.validity().warnings(score);
            scored(score, warnings);
            tally.scored(!warnings.isEmpty());
        } catch (RefusedException e) {
            refused(run.records().id(row), e.refusal());
            tally.refused(row.line(), e.refusal());
        }
        out.cells(run.facts());
        for (int column : run.columns().kept()) {
            out.cell(row.cell(column));
        }
        out.endRow();
    }

    private void scored(ChurnScore score, List<InputWarning> warnings) {
        out.exact(score.customer().id());
        out.cells(warnings.isEmpty() ? run.ok() : run.warned());
        out.word(score.predictionId());
        out.number(score.probability());
        out.whole(score.score());
        out.number(score.percentile());
        out.cell(bands.of(score.band()));
        days.write(score.customer().asOf(), out);
        out.cells(run.horizonAndBase());
        out.number(score.logOdds());
        ReasonOutline outline = run.explainer().outline(score, reasons);
        for (RankedReason reason : outline.listed()) {
            out.cell(codes.of(reason.reason()));
            out.beginCell();
            run.explainer().sentence(score, reason, run.output().language(), sentences);
            out.endCell();
            out.number(reason.share());
            out.number(reason.impact());
        }
        empty(OutputColumns.CELLS_OF_REASON * (reasons - outline.listed().size()));
        out.number(outline.otherImpact());
        care(score, outline.ranking());
        out.cell(text(warnings));
    }

    private void care(ChurnScore score, ReasonRanking ranking) {
        CareDecision decision = run.care()
                .decide(score, ranking, run.validity().isOver(score.customer().asOf()));
        out.cell(careStatuses.of(decision.status()));
        Optional<CareAction> action = decision.action();
        if (action.isEmpty()) {
            empty(2);
            return;
        }
        out.cell(careCodes.of(action.get()));
        if (decision.status() == CareStatus.RECOMMENDED) {
            out.cell(careTexts.of(action.get()));
        } else {
            out.empty();
        }
    }

    private static String text(List<InputWarning> warnings) {
        if (warnings.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (InputWarning warning : warnings) {
            text.append(text.isEmpty() ? "" : ";")
                    .append(warning.code())
                    .append(warning.field().isEmpty() ? "" : ":")
                    .append(warning.field());
        }
        return text.toString();
    }

    private void refused(String id, Refusal refusal) {
        out.exact(id);
        out.cell(OutputColumns.REFUSED);
        out.cell(refusal.code());
        empty(OutputColumns.CELLS_OF_SCORE + OutputColumns.CELLS_OF_REASON * reasons);
        out.cell(refusal.field().isEmpty() ? "" : refusal.code() + ":" + refusal.field());
    }

    private void empty(int cells) {
        for (int i = 0; i < cells; i++) {
            out.empty();
        }
    }
}
