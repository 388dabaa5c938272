package io.holdfast.cli;

import io.holdfast.features.baseline.PurchaseBaseline;
import io.holdfast.features.baseline.UnitFacts;
import io.holdfast.features.definition.ChurnDefinition;
import io.holdfast.features.definition.Leaving;
import io.holdfast.features.snapshot.TrainingSnapshot;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.training.baseline.Baseline;
import io.holdfast.training.baseline.Baselines;
import io.holdfast.training.data.TrainingTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What a model of a history has to beat: recency alone; without a contract BG/NBD; with one, that it ends soon. */
final class HistoryBaselines implements Baselines {
    private static final LocalizedText RECENCY = LocalizedText.of("recency alone", "仅看最近活跃时间");
    private static final LocalizedText BG_NBD = LocalizedText.of("BG/NBD, no purchase in the horizon", "BG/NBD：期限内无购买");
    private static final LocalizedText CONTRACT = LocalizedText.of("contract ends soon", "合同即将到期");
    private static final LocalizedText CONTRACT_BY_REVENUE =
            LocalizedText.of("contract ends soon, by revenue", "合同即将到期，按收入排序");

    private static final int UNKNOWN = 3650;
    private static final int FAR = 10;

    private final TrainingSnapshot snapshot;
    private final ChurnDefinition churn;

    HistoryBaselines(TrainingSnapshot snapshot, ChurnDefinition churn) {
        this.snapshot = snapshot;
        this.churn = churn;
    }

    @Override
    public List<Baseline> of(TrainingTable table) {
        List<Baseline> baselines = new ArrayList<>();
        // Days in logarithms, as the odds of leaving hardly grow with them in proportion.
        baselines.add(ranking(
                "recency",
                RECENCY,
                table,
                facts -> StrictMath.log1p(facts.silent().orElse(UNKNOWN))));
        if (churn.leaving() instanceof Leaving.BySilence) {
            bgNbd(table).ifPresent(baselines::add);
        }
        if (churn.contractEnd().isPresent()) {
            baselines.add(ranking("contract-end", CONTRACT, table, HistoryBaselines::soon));
            baselines.add(ranking("contract-end-by-revenue", CONTRACT_BY_REVENUE, table, facts -> {
                boolean ends = facts.contract().isPresent()
                        && facts.contract().getAsInt() <= churn.leadDays() + churn.horizonDays();
                // First those whose contract ends by the window's end, most revenue first.
                return ends ? 1 + StrictMath.log1p((double) Math.max(0, facts.revenue())) : soon(facts) - FAR;
            }));
        }
        return baselines;
    }

    /** The nearer the end, the more; a contract that has ended can be left any day; who has none comes last. */
    private static double soon(UnitFacts.Row facts) {
        return -StrictMath.log1p(Math.max(0, facts.contract().orElse(UNKNOWN)));
    }

    private Baseline ranking(
            String code, LocalizedText title, TrainingTable table, ToDoubleFunction<UnitFacts.Row> score) {
        double[] scores = new double[table.rows()];
        Arrays.setAll(scores, row -> score.applyAsDouble(facts(table.date(row)).of(table.id(row))));
        return new Baseline(code, title, scores, false);
    }

    /** Fitted anew for each date, to the purchases before it; empty where there is a date of which it can say nothing. */
    private Optional<Baseline> bgNbd(TrainingTable table) {
        Map<LocalDate, PurchaseBaseline> fitted = new HashMap<>();
        double[] scores = new double[table.rows()];
        for (int row = 0; row < scores.length; row++) {
            LocalDate date = table.date(row);
            if (!fitted.containsKey(date)) {
                Optional<PurchaseBaseline> fit = PurchaseBaseline.of(facts(date), churn.horizonDays());
                if (fit.isEmpty()) {
                    return Optional.empty();
                }
                fitted.put(date, fit.get());
            }
            scores[row] = Objects.requireNonNull(fitted.get(date)).noPurchase(table.id(row));
        }
        return Optional.of(new Baseline("bg-nbd", BG_NBD, scores, true));
    }

    private UnitFacts facts(LocalDate date) {
        return Objects.requireNonNull(snapshot.facts().get(date), () -> "no facts as of " + date);
    }
}
