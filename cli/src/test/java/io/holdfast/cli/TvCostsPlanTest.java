package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.holdfast.care.plan.ActionEffects;
import io.holdfast.care.plan.Budget;
import io.holdfast.care.plan.CareDecision;
import io.holdfast.care.plan.PlanCustomer;
import io.holdfast.care.plan.PlanSettings;
import io.holdfast.care.plan.PlanStatus;
import io.holdfast.care.plan.Planner;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a plan costs by the real costs of a TV provider's subscribers, on rows that the model had not seen: beside contacting nobody, everybody, and whoever
 * lies above the one threshold that was best on the other folds.
 */
@Tag("slow")
class TvCostsPlanTest {
    private static final int SAMPLES = 1000;
    /** The cost matrix as a playbook: who is contacted in time stays, and an offer is worth what a needless contact costs. */
    private static final String PLAYBOOK = """
            format: 2
            name: tv-costs
            jurisdiction: none
            contactThreshold: 0
            holdOut: {salt: tv, share: 0}
            margin: {perValue: 1, months: 12}
            channels: {phone: {cost: 0}}
            actions:
              - code: offer
                cadenceMonths: 12
                channel: phone
                priceAffecting: true
                offer: {perValue: 1, acceptance: 1}
                effect: {change: -1, deviation: 0.1}
                text: {en: Make the published offer., zh-CN: 提供公开的优惠。}
            """;

    @TempDir
    private Path folder;

    /** A subscriber: whether they left, the fold and probability when held out, and what every decision costs. */
    private record Subscriber(
            boolean left,
            int fold,
            double probability,
            double falsePositive,
            double falseNegative,
            double truePositive) {
        double cost(boolean contacted) {
            if (left) {
                return contacted ? truePositive : falseNegative;
            }
            return contacted ? falsePositive : 0;
        }
    }

    @Test
    void isBelowThatOfTheSimplePoliciesAndNearTheBestSingleThreshold() throws IOException {
        List<Subscriber> all = subscribers();
        double[] nobody = costs(all, new boolean[all.size()]);
        boolean[] everyone = new boolean[all.size()];
        Arrays.fill(everyone, true);
        double[] everybody = costs(all, everyone);

        double[] plan = costs(all, planned(all));
        double[] threshold = costs(all, aboveThreshold(all));

        assertThat(sum(nobody)).isCloseTo(564_086, within(.5));
        assertThat(sum(everybody)).isCloseTo(784_530, within(.5));
        assertThat(saved(nobody, plan)[0]).as("lower end against nobody").isPositive();
        assertThat(saved(everybody, plan)[0]).as("lower end against everybody").isPositive();
        // Whether it is below the threshold as well these subscribers cannot tell: the interval holds both.
        double[] against = saved(threshold, plan);
        assertThat(against[0]).as("lower end against the threshold").isNegative();
        assertThat(against[1]).as("upper end against the threshold").isPositive();
        assertThat(sum(plan)).isLessThan(1.05 * sum(threshold));
    }

    private List<Subscriber> subscribers() throws IOException {
        String data = System.getenv().getOrDefault("HOLDFAST_DATA", "");
        Path file = Path.of(data, "tv_costs", "tv_costs.csv");
        assumeThat(Files.exists(file))
                .as("HOLDFAST_DATA names a folder with tv_costs/tv_costs.csv")
                .isTrue();
        Files.copy(file, folder.resolve("tv.csv"));
        StringBuilder yaml = new StringBuilder("""
                format: 1
                name: tv-costs
                title: {en: TV subscribers, zh-CN: 电视用户}
                table: {path: tv.csv}
                columns:
                  id: {role: id}
                  target: {role: label, kind: category, positive: "1.0"}
                  C_FP: {role: ignore}
                  C_FN: {role: ignore}
                  C_TP: {role: ignore}
                  C_TN: {role: ignore}
                """);
        for (int x = 1; x <= 46; x++) {
            yaml.append("  x").append(x).append(": {role: feature, kind: number}\n");
        }
        Path description = Files.writeString(folder.resolve("dataset.yaml"), yaml);
        Path predictions = folder.resolve("predictions.csv");
        CommandRun run = CommandRun.of(
                "crossvalidate", description, "--repeats", "1", "--seed", "1", "--predictions", predictions);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.get(0).split(",", -1));
        List<Subscriber> all = new ArrayList<>();
        for (String line : Files.readAllLines(predictions).subList(1, lines.size())) {
            String[] held = line.split(",", -1);
            String[] cells = lines.get(Integer.parseInt(held[0])).split(",", -1);
            all.add(new Subscriber(
                    held[3].equals("1"),
                    Integer.parseInt(held[2]),
                    Double.parseDouble(held[4]),
                    Double.parseDouble(cells[header.indexOf("C_FP")]),
                    Double.parseDouble(cells[header.indexOf("C_FN")]),
                    Double.parseDouble(cells[header.indexOf("C_TP")])));
        }
        return all;
    }

    /** Every fold is planned for by itself, by a model that had not seen it. */
    private static boolean[] planned(List<Subscriber> all) {
        Planner planner = new Planner(
                Playbook.read("tv.yaml", PLAYBOOK.getBytes(StandardCharsets.UTF_8)),
                ActionEffects.none(),
                ReasonCatalogue.standard());
        List<PlanCustomer> customers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Subscriber each = all.get(i);
            customers.add(PlanCustomer.of("s" + i, each.probability())
                    .tierValue(each.falsePositive())
                    .marginIfKept(each.falsePositive() + each.falseNegative() - each.truePositive())
                    .build());
        }
        List<CareDecision> decisions = planner.plan(
                        customers, Budget.of(Double.POSITIVE_INFINITY), PlanSettings.of(LocalDate.of(2026, 2, 2)))
                .decisions();
        boolean[] contacted = new boolean[all.size()];
        for (int i = 0; i < contacted.length; i++) {
            contacted[i] = decisions.get(i).status() == PlanStatus.PLANNED;
        }
        return contacted;
    }

    private static boolean[] aboveThreshold(List<Subscriber> all) {
        boolean[] contacted = new boolean[all.size()];
        for (int fold : all.stream().mapToInt(Subscriber::fold).distinct().toArray()) {
            double least = best(all.stream().filter(each -> each.fold() != fold).toList());
            for (int i = 0; i < contacted.length; i++) {
                if (all.get(i).fold() == fold) {
                    contacted[i] = all.get(i).probability() >= least;
                }
            }
        }
        return contacted;
    }

    /** The threshold with the least cost on other rows than those it is used for. */
    private static double best(List<Subscriber> others) {
        List<Subscriber> falling = new ArrayList<>(others);
        falling.sort(Comparator.comparingDouble(Subscriber::probability).reversed());
        double cost = falling.stream().mapToDouble(each -> each.cost(false)).sum();
        double least = cost;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < falling.size(); i++) {
            cost += falling.get(i).cost(true) - falling.get(i).cost(false);
            boolean tied = i + 1 < falling.size()
                    && falling.get(i + 1).probability() == falling.get(i).probability();
            if (!tied && cost < least) {
                least = cost;
                best = falling.get(i).probability();
            }
        }
        return best;
    }

    private static double[] costs(List<Subscriber> all, boolean[] contacted) {
        double[] costs = new double[contacted.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = all.get(i).cost(contacted[i]);
        }
        return costs;
    }

    private static double sum(double[] costs) {
        return Arrays.stream(costs).sum();
    }

    /** What one policy saves against another: percentile interval of 95 % over rows drawn in pairs. */
    private static double[] saved(double[] other, double[] own) {
        SplittableRandom random = new SplittableRandom(1);
        double[] sums = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int i = 0; i < own.length; i++) {
                int row = random.nextInt(own.length);
                sums[sample] += other[row] - own[row];
            }
        }
        Arrays.sort(sums);
        return new double[] {sums[(int) (0.025 * SAMPLES)], sums[(int) (0.975 * SAMPLES) - 1]};
    }
}
