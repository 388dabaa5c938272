package io.holdfast.cli.waterfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.ModelShapes;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.RandomModels;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.Scorer;
import io.holdfast.scoring.table.NumberText;
import io.holdfast.training.layout.DisplayWidth;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final Pattern STEP = Pattern.compile("^ *([+-]?[0-9.eE+-]+) {2}(\\S.*)$");
    private static final Pattern BAR = Pattern.compile("[>]+$|[<]+$|\\|$");

    private final ModelBundle tiny = TinyBundles.bundle();

    private static List<String> draw(ModelBundle bundle, ChurnScore score, Language language, boolean full, int width) {
        return new Waterfall(bundle, new Explainer(bundle), language, full).draw(score, width);
    }

    private List<String> risky(Language language, int width) {
        ChurnScore score = new Scorer(tiny).score(TinyBundles.built(TinyBundles.risky("C-1")));
        return draw(tiny, score, language, false, width);
    }

    @Test
    void goesFromTheAverageCustomerByEveryReasonToTheProbability() {
        assertThat(risky(Language.ENGLISH, 80))
                .containsSubsequence(
                        "Customer C-1, as of 2026-02-01",
                        "log-odds",
                        "    2.13  Log-odds          " + " ".repeat(39) + "|",
                        "          = probability 0.893");
        assertThat(risky(Language.ENGLISH, 80))
                .filteredOn(line -> line.matches(" {2,4}[+-]\\d\\.\\d\\d  .*"))
                .extracting(line -> line.replaceAll("^ +([+-]\\S+) +([A-Za-z ]+[a-z]).*$", "$1 $2"))
                .containsExactly(
                        "-1.25 Average customer",
                        "+0.88 Price",
                        "+0.94 Customer profile",
                        "+0.81 Convenience",
                        "+0.75 Contact and bond");
    }

    @Test
    void marksWhatTheBagsDisagreeOnAndSaysWhatThatMeans() {
        ModelBundle doubted =
                ModelBundle.of(TinyBundles.content(Map.of(ModelShapes.FILE, TinyBundles.doubtedCharge())));
        ChurnScore score = new Scorer(doubted).score(TinyBundles.built(TinyBundles.risky("C-1")));

        List<String> lines = draw(doubted, score, Language.ENGLISH, false, 100);

        assertThat(lines)
                .filteredOn(line -> line.contains("(unsettled)"))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("+0.88  Price (unsettled)"),
                        column -> assertThat(column)
                                .contains("+0.88  Monthly charge 95.5 euros")
                                .endsWith(" (unsettled)"));
        assertThat(lines).last().asString().startsWith("unsettled: the bags of the model disagree on its sign");
        assertThat(draw(doubted, score, Language.CHINESE, false, 100))
                .anyMatch(line -> line.contains("价格（未定）"))
                .last()
                .asString()
                .startsWith("未定：");
        assertThat(risky(Language.ENGLISH, 100)).noneMatch(line -> line.contains("unsettled"));
    }

    @Test
    void theShownStepsAddUpInFull() {
        SplittableRandom random = new SplittableRandom(5);
        for (long seed = 1; seed <= 20; seed++) {
            ModelBundle bundle = RandomModels.bundle(seed);
            ChurnScore score = new Scorer(bundle).score(RandomModels.customer(bundle, "C", random));
            double sum = 0;
            double last = Double.NaN;
            for (String line : draw(bundle, score, Language.ENGLISH, true, 100)) {
                Matcher step = STEP.matcher(line);
                if (step.matches() && BAR.matcher(line).find()) {
                    if (step.group(2).startsWith("Log-odds")) {
                        last = NumberText.parse(step.group(1));
                    } else {
                        sum += NumberText.parse(step.group(1));
                    }
                }
            }

            assertThat(last).isEqualTo(score.logOdds());
            assertThat(sum).isCloseTo(last, within(1e-9));
        }
    }

    @Test
    void barsBeginInOneColumnWhateverTheLanguage() {
        for (Language language : Language.values()) {
            String base = language == Language.ENGLISH ? "Average customer" : "平均客户";
            List<String> lines = risky(language, 80);
            String first = lines.stream()
                    .filter(line -> line.contains(base))
                    .findFirst()
                    .orElseThrow();
            // The customer's risk is above the average at every step, so the average stands at the very left.
            int left = DisplayWidth.of(first) - 1;

            assertThat(lines)
                    .filteredOn(line -> line.endsWith(">") || line.endsWith("|"))
                    .hasSize(6)
                    .allSatisfy(line -> {
                        String bar = line.replaceAll("^.*?( *(>+|\\|))$", "$1").strip();
                        assertThat(DisplayWidth.of(line) - bar.length()).isGreaterThanOrEqualTo(left);
                    });
        }
    }

    @Test
    void everyBarBeginsWhereTheOneBeforeEnds() {
        List<String> bars = risky(Language.CHINESE, 80).stream()
                .filter(line -> line.endsWith(">"))
                .toList();

        assertThat(bars).hasSize(4);
        for (int i = 1; i < bars.size(); i++) {
            String bar = bars.get(i).replaceAll("^.*?(>+)$", "$1");
            int begin = DisplayWidth.of(bars.get(i)) - bar.length();
            assertThat(begin).isEqualTo(DisplayWidth.of(bars.get(i - 1)));
        }
    }

    @Test
    void fitsTheWidth() {
        for (Language language : Language.values()) {
            for (int width : new int[] {50, 60, 80, 120}) {
                assertThat(risky(language, width).stream().skip(3))
                        .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
            }
        }
    }

    @Test
    void whatLowersTheRiskPointsToTheLeft() {
        ChurnScore safe = new Scorer(tiny)
                .score(TinyBundles.built(
                        TinyBundles.risky("C-2").number(TinyBundles.TENURE, 70).level(TinyBundles.CONTRACT, "yearly")));

        assertThat(draw(tiny, safe, Language.ENGLISH, false, 80))
                .anyMatch(line -> line.contains("-1.19  Customer profile") && line.endsWith("<"))
                .noneMatch(line -> line.contains("-1.19  Customer profile") && line.contains(">"));
    }

    @Test
    void columnsThatAddNothingShareOneLine() {
        ChurnScore score = new Scorer(tiny)
                .score(TinyBundles.built(CustomerRecord.builder(InputSchema.of(tiny), "C-3", TinyBundles.AS_OF)
                        .number(TinyBundles.TENURE, 2)
                        .level(TinyBundles.CONTRACT, "monthly")
                        .level(TinyBundles.SUPPORT, "none")));

        List<String> english = draw(tiny, score, Language.ENGLISH, false, 80);
        assertThat(english.get(english.size() - 1)).isEqualTo("          No effect: Paperless billing, Monthly charge");
        assertThat(english)
                .filteredOn(line -> line.contains("Paperless billing"))
                .hasSize(1);
        assertThat(draw(tiny, score, Language.CHINESE, false, 80))
                .last()
                .asString()
                .endsWith("无影响：电子账单、月费");
    }

    @Test
    void customerValuesCannotSteerTheTerminal() {
        ChurnScore odd = new Scorer(tiny)
                .score(TinyBundles.built(TinyBundles.risky("C\u202E1").level(TinyBundles.SUPPORT, "\u001B[2Jx")));

        assertThat(draw(tiny, odd, Language.ENGLISH, false, 80))
                .allSatisfy(line -> assertThat(line).doesNotContain("\u001B", "\u202E"));
    }
}
