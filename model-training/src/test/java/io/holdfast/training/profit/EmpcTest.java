package io.holdfast.training.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values by the function empc_score of the Python package empulse 0.13.1 on the same 400 rows. */
class EmpcTest {
    private static final int ROWS = 400;
    private static final Empc.Parameters STANDARD = new Empc.Parameters(200, 1, 10, new WholeBeta(6, 14));
    private static final Empc.Parameters OTHER = new Empc.Parameters(100, 5, 20, new WholeBeta(2, 3));

    private static double probability(int row) {
        double u = (row + 1) * 7919 % 10007 / 10007.0;
        return u * u;
    }

    private static Empc empc(Empc.Parameters campaign, IntToDoubleFunction score, IntToDoubleFunction risk) {
        boolean[] positives = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            positives[row] = (row + 1) * 1291 % 10009 / 10009.0 < risk.applyAsDouble(row);
        }
        double[] scores = IntStream.range(0, ROWS).mapToDouble(score).toArray();
        DecisionCosts free = new DecisionCosts(new double[ROWS], new double[ROWS]);
        ProfitSweep sweep = new CostedRanking(scores, positives, free).sweep();
        double[] contacted = new double[sweep.corners()];
        double[] leavers = new double[sweep.corners()];
        for (int corner = 1; corner < contacted.length; corner++) {
            contacted[corner] = sweep.contacted(corner);
            leavers[corner] = sweep.leavers(corner);
        }
        return Empc.of(contacted, leavers, campaign);
    }

    private static IntToDoubleFunction score(String name) {
        return switch (name) {
            case "plain" -> EmpcTest::probability;
            case "tied" -> row -> Math.floor(probability(row) * 10);
            default -> row -> 1 - probability(row);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "plain, standard, plain, 14.65317255430248, 0.5712813652409442",
        "tied, standard, plain, 14.457612419981565, 0.5879427214624499",
        "plain, other, plain, 4.6397865916015, 0.28011049977625135",
        "plain, standard, rare, 0.25725083676078675, 0.021987622277440232",
        "plain, other, rare, 0.013880431652069092, 0.0033393502235412598",
        "reversed, standard, plain, 11.305973424895605, 0.9786135353556713"
    })
    void agreesWithANamedTool(String score, String campaign, String leaving, double profit, double share) {
        IntToDoubleFunction risk = leaving.equals("rare") ? row -> .02 + .1 * probability(row) : EmpcTest::probability;

        Empc empc = empc(campaign.equals("standard") ? STANDARD : OTHER, score(score), risk);

        assertThat(empc.profit()).isCloseTo(profit, within(1e-12));
        assertThat(empc.share()).isCloseTo(share, within(1e-12));
    }

    @Test
    void aPerfectRankingContactsEveryLeaverWheneverAContactPays() {
        Empc empc = Empc.of(new double[] {0, 100, 1000}, new double[] {0, 100, 100});

        // 100 of 1000 leave; each brings 190 times a save rate of .3 on average, less the contact; nearly always worth
        // it.
        assertThat(empc.profit()).isCloseTo(.1 * (190 * .3 - 1), within(1e-6));
        assertThat(empc.share()).isCloseTo(.1, within(1e-6));
    }

    @Test
    void oneClassHasNone() {
        assertThat(Empc.of(new double[] {0, 3}, new double[] {0, 3}).profit()).isNaN();
    }
}
