package io.holdfast.cli.replay;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.file.AtomicFile;
import io.holdfast.scoring.table.CsvStyle;
import io.holdfast.scoring.table.CsvWriter;
import io.holdfast.training.layout.DisplayWidth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** Writes what came of policies. */
public final class ReplayTable {
    /** Columns of a policy in the lines by month; more where a figure needs them. */
    private static final int NARROWEST = 28;

    private static final int GAP = 2;

    private final Map<ReplayPolicy, Map<Long, ReplayRun>> runs = new LinkedHashMap<>();
    private final boolean chinese;
    private final Terms terms;

    /** @param all of the same settings */
    public ReplayTable(List<ReplayRun> all, Language language) {
        this.chinese = language == Language.CHINESE;
        this.terms = new Terms(chinese);
        all.forEach(run -> runs.computeIfAbsent(run.policy(), policy -> new LinkedHashMap<>())
                .put(run.seed(), run));
    }

    /**
     * A mean over seeds.
     *
     * @param half of its 95 % interval (Student's t); NaN with one seed
     */
    public record OverSeeds(double mean, double half) {
        static OverSeeds of(double[] values) {
            double mean = 0;
            for (double value : values) {
                mean += value / values.length;
            }
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            int degrees = values.length - 1;
            return new OverSeeds(
                    mean,
                    degrees == 0
                            ? Double.NaN
                            : new TDistribution(null, degrees).inverseCumulativeProbability(0.975)
                                    * StrictMath.sqrt(squares / degrees / values.length));
        }
    }

    /** Net margin above that of another policy, seed by seed; none where one of them was not run. */
    public OverSeeds gain(ReplayPolicy policy, ReplayPolicy over) {
        Map<Long, ReplayRun> base = runs.getOrDefault(over, Map.of());
        return OverSeeds.of(runs.getOrDefault(policy, Map.of()).values().stream()
                .flatMap(run -> Stream.ofNullable(base.get(run.seed())).map(other -> run.margin() - other.margin()))
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** A figure of the runs of a policy. */
    public OverSeeds mean(ReplayPolicy policy, ToDoubleFunction<ReplayRun> figure) {
        return OverSeeds.of(runs.getOrDefault(policy, Map.of()).values().stream()
                .mapToDouble(figure)
                .toArray());
    }

    /** Lines for a terminal: the whole, then month by month. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean nobody = runs.containsKey(ReplayPolicy.NOBODY);
        lines.add(
                chinese
                        ? "策略：净毛利（95% 区间，按种子）" + (nobody ? "；与无人关怀相比" : "") + "；联系人次"
                        : "Policy: net margin (95 % interval over seeds)" + (nobody ? "; above nobody" : "")
                                + "; customers contacted");
        for (ReplayPolicy policy : runs.keySet()) {
            OverSeeds treated = mean(
                    policy,
                    run -> run.months().stream()
                            .mapToDouble(ReplayMonth::treated)
                            .sum());
            lines.add(String.format(Locale.ROOT, "  %-20s", policy.code())
                    + text(mean(policy, ReplayRun::margin))
                    + (nobody ? terms.semicolon() + text(gain(policy, ReplayPolicy.NOBODY)) : "")
                    + terms.semicolon()
                    + terms.money(treated.mean()));
            if (policy == ReplayPolicy.LOOP) {
                lines.add((chinese ? "    其中若未验证行动全无效果将损失：" : "    at risk on unproven actions, had none any effect: ")
                        + text(mean(policy, ReplayRun::atRisk)));
            }
        }
        lines.addAll(new ReplayFigures(runs).lines(chinese));
        lines.add(months(nobody));
        lines.addAll(byMonth(nobody));
        return lines;
    }

    private List<String> byMonth(boolean nobody) {
        int count = runs.values()
                .iterator()
                .next()
                .values()
                .iterator()
                .next()
                .months()
                .size();
        List<List<String>> table = new ArrayList<>();
        table.add(runs.keySet().stream().map(ReplayPolicy::code).toList());
        for (int month = 0; month < count; month++) {
            int of = month;
            table.add(runs.keySet().stream()
                    .map(policy -> text(month(policy, of, nobody)))
                    .toList());
        }
        int width = table.stream()
                .flatMap(List::stream)
                .mapToInt(DisplayWidth::of)
                .map(widest -> widest + GAP)
                .reduce(NARROWEST, Math::max);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            StringBuilder line = new StringBuilder(row == 0 ? "     " : String.format(Locale.ROOT, "  %3d", row));
            table.get(row)
                    .forEach(cell -> line.append(" ".repeat(width - DisplayWidth.of(cell)))
                            .append(cell));
            lines.add(line.toString());
        }
        return lines;
    }

    private String months(boolean nobody) {
        if (nobody) {
            return chinese ? "逐月净毛利，与无人关怀相比：" : "Net margin by month, above nobody:";
        }
        return chinese ? "逐月净毛利：" : "Net margin by month:";
    }

    private OverSeeds month(ReplayPolicy policy, int month, boolean nobody) {
        Map<Long, ReplayRun> base = nobody ? runs.getOrDefault(ReplayPolicy.NOBODY, Map.of()) : Map.of();
        return mean(policy, run -> {
            @Nullable ReplayRun other = base.get(run.seed());
            return run.months().get(month).margin()
                    - (other == null ? 0 : other.months().get(month).margin());
        });
    }

    private String text(OverSeeds figure) {
        return terms.figure(figure, terms::money);
    }

    private static double cents(double money) {
        return StrictMath.rint(100 * money) / 100;
    }

    /** Writes a line for each policy, seed and month, whole or not at all. */
    public void write(Path file) throws IOException {
        try (AtomicFile output = AtomicFile.create(file)) {
            try (CsvWriter csv = CsvWriter.to(output.stream(), CsvStyle.raw())) {
                List.of("policy", "seed", "month", "net_margin", "treated", "spent", "left")
                        .forEach(csv::cell);
                csv.endRow();
                runs.values()
                        .forEach(bySeed ->
                                bySeed.values().forEach(run -> run.months().forEach(month -> write(run, month, csv))));
            }
            output.commit();
        }
    }

    private static void write(ReplayRun run, ReplayMonth month, CsvWriter csv) {
        csv.cell(run.policy().code());
        csv.whole(run.seed());
        csv.whole(month.month());
        csv.number(cents(month.margin()));
        csv.whole(month.treated());
        csv.number(cents(month.spent()));
        csv.whole(month.left());
        csv.endRow();
    }
}
