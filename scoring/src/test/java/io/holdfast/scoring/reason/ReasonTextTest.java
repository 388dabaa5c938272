package io.holdfast.scoring.reason;

import static io.holdfast.scoring.fixture.TinyBundles.CONTRACT;
import static io.holdfast.scoring.fixture.TinyBundles.MONTHLY_CHARGE;
import static io.holdfast.scoring.fixture.TinyBundles.PAPERLESS;
import static io.holdfast.scoring.fixture.TinyBundles.SUPPORT;
import static io.holdfast.scoring.fixture.TinyBundles.TENURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.BundleContent;
import io.holdfast.scoring.bundle.ColumnSummary;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.ReferencePopulation;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.InputSchema;
import io.holdfast.scoring.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReasonTextTest {
    private static final List<String> TYPICAL = List.of("29", "70.5", "monthly", "basic", "true");

    /** The tiny bundle with known typical values. */
    private static ModelBundle bundle(String yaml) {
        BundleContent content = TinyBundles.content(TinyBundles.parts(), yaml, Map.of());
        List<ColumnSummary> columns = new ArrayList<>();
        for (int i = 0; i < TYPICAL.size(); i++) {
            ColumnSummary old = content.reference().columns().get(i);
            columns.add(new ColumnSummary(old.name(), TYPICAL.get(i), old.binCounts()));
        }
        ReferencePopulation reference = new ReferencePopulation(
                content.reference().rows(),
                content.reference().positives(),
                content.reference().logOdds(),
                columns,
                content.reference().fingerprints());
        return ModelBundle.of(
                new BundleContent(content.model(), yaml, reference, content.training(), Map.of(), content.trainedAt()));
    }

    private static Explanation explain(ModelBundle bundle, CustomerRecord.Builder customer, Language language) {
        return new Explainer(bundle)
                .explain(new Scorer(bundle).score(TinyBundles.built(customer)), new ExplainOptions(10, 10, language));
    }

    private static Explanation explain(CustomerRecord.Builder customer, Language language) {
        return explain(bundle(TinyBundles.datasetYaml()), customer, language);
    }

    private static CustomerRecord.Builder customer(ModelBundle bundle) {
        return CustomerRecord.builder(InputSchema.of(bundle), "C-1", TinyBundles.AS_OF);
    }

    private static String text(Explanation explanation, String code) {
        return shown(explanation, code).text();
    }

    private static ReasonShare shown(Explanation explanation, String code) {
        List<ReasonShare> all = new ArrayList<>(explanation.reasons());
        all.addAll(explanation.protectors());
        return all.stream()
                .filter(shown -> shown.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no reason " + code));
    }

    @Test
    void namesTheEvidenceInEnglish() {
        Explanation explanation = explain(TinyBundles.risky("C-1"), Language.ENGLISH);

        assertThat(text(explanation, "price"))
                .isEqualTo("Price: Monthly charge 95.5 euros (typical: 70.5 euros)."
                        + " Customers like this leave more often than others.");
        assertThat(text(explanation, "inconvenience"))
                .isEqualTo("Convenience: Contract “month to month”, Paperless billing “yes”."
                        + " Customers like this leave more often than others.");
        assertThat(text(explanation, "neglect"))
                .isEqualTo("Contact and bond: Technical support “not booked” (typical: basic)."
                        + " Customers like this leave more often than others.");
        assertThat(shown(explanation, "price").say()).isEqualTo("Is everything right with your bill?");
    }

    @Test
    void namesTheEvidenceInChinese() {
        Explanation explanation = explain(TinyBundles.risky("C-1"), Language.CHINESE);

        assertThat(text(explanation, "price")).isEqualTo("价格：月费95.5欧元（一般为70.5欧元）。这类客户比其他客户更容易流失。");
        assertThat(text(explanation, "inconvenience")).isEqualTo("办理与付款便利：合约“按月合约”，电子账单“是”。这类客户比其他客户更容易流失。");
        assertThat(shown(explanation, "price").say()).isEqualTo("您的账单都清楚吗，有什么想问的？");
    }

    @Test
    void protectorsSayThatCustomersLikeThisStay() {
        ModelBundle bundle = bundle(TinyBundles.datasetYaml());
        Explanation explanation = explain(
                bundle,
                customer(bundle).number(TENURE, 70).number(MONTHLY_CHARGE, 20).level(CONTRACT, "yearly"),
                Language.ENGLISH);

        assertThat(explanation.protectors())
                .extracting(ReasonShare::code)
                .contains("profile", "price", "inconvenience");
        assertThat(text(explanation, "profile"))
                .isEqualTo("Customer profile: Months as a customer 70 months (typical: 29 months)."
                        + " Customers like this leave less often than others.");
    }

    @Test
    void aMissingValueIsNotKnown() {
        ModelBundle bundle = bundle(TinyBundles.datasetYaml());
        CustomerRecord.Builder customer = customer(bundle).number(MONTHLY_CHARGE, 70.5);

        Explanation explanation = explain(bundle, customer, Language.ENGLISH);

        assertThat(text(explanation, "inconvenience")).startsWith("Convenience: Contract not known.");
        Contribution feature = shown(explanation, "inconvenience").features().get(0);
        assertThat(feature.value()).isEmpty();
        assertThat(feature.typical()).isEqualTo("month to month");
    }

    @Test
    void whatIsTypicalGoesWithoutSaying() {
        ModelBundle bundle = bundle(TinyBundles.datasetYaml());
        Explanation explanation = explain(
                bundle, customer(bundle).number(MONTHLY_CHARGE, 70.5).level(CONTRACT, "yearly"), Language.ENGLISH);

        assertThat(text(explanation, "price")).startsWith("Price: Monthly charge 70.5 euros.");
        assertThat(shown(explanation, "price").features().get(0).typical()).isEqualTo("70.5 euros");
    }

    @Test
    void aSentenceNamesTwoColumnsAtMostAndOnlySuchAsSpeakItsWay() {
        String yaml = TinyBundles.datasetYaml().replaceAll("reason: \\w+", "reason: price");
        ModelBundle bundle = bundle(yaml);

        assertThat(text(explain(bundle, TinyBundles.risky("C-1"), Language.ENGLISH), "price"))
                .startsWith("Price: Months as a customer 2 months (typical: 29 months), Monthly charge 95.5 euros"
                        + " (typical: 70.5 euros). Customers");
        assertThat(text(
                        explain(
                                bundle,
                                TinyBundles.risky("C-1")
                                        .number(TENURE, 20)
                                        .number(MONTHLY_CHARGE, 20)
                                        .level(SUPPORT, "basic")
                                        .flag(PAPERLESS, false),
                                Language.ENGLISH),
                        "price"))
                .isEqualTo(
                        "Price: Monthly charge 20 euros (typical: 70.5 euros), Paperless billing “no” (typical: yes)."
                                + " Customers like this leave less often than others.");
    }

    @Test
    void aLevelThatTrainingNeverSawIsShownSafely() {
        ModelBundle bundle = bundle(TinyBundles.datasetYaml());
        String hostile = "x\n\u0007<script>{evidence}" + "y".repeat(500);

        Explanation explanation =
                explain(bundle, customer(bundle).level(SUPPORT, hostile).number(TENURE, 32), Language.ENGLISH);

        List<String> texts = new ArrayList<>();
        new Explainer(bundle)
                .contributions(
                        new Scorer(bundle)
                                .score(TinyBundles.built(
                                        customer(bundle).level(SUPPORT, hostile).number(TENURE, 32))),
                        Language.ENGLISH)
                .forEach(contribution -> texts.add(contribution.text()));
        explanation.reasons().forEach(shown -> texts.add(shown.text()));
        assertThat(texts).anyMatch(text -> text.contains("script"));
        assertThat(texts).allSatisfy(text -> {
            assertThat(text).doesNotContainPattern("\\p{Cntrl}");
            assertThat(text.length()).isLessThan(250);
        });
    }

    @Test
    void flagsAreCalledAsTheDescriptionCallsThem() {
        String yaml = TinyBundles.datasetYaml().replace("names: {en: Paperless billing, zh-CN: 电子账单}", """
                        names: {en: Bill, zh-CN: 账单}
                            levels: {"yes": {en: by e-mail, zh-CN: 电子}, "no": {en: on paper, zh-CN: 纸质}}
                            tokens: {"yes": [E], "no": [P]}""");
        ModelBundle bundle = bundle(yaml);

        Contribution paperless = new Explainer(bundle)
                .contributions(
                        new Scorer(bundle)
                                .score(TinyBundles.built(
                                        TinyBundles.risky("C-1").flag(PAPERLESS, false))),
                        Language.CHINESE)
                .get(PAPERLESS);

        assertThat(paperless.value()).isEqualTo("纸质");
        assertThat(paperless.typical()).isEqualTo("电子");
    }

    @Test
    void textsThatAreOnlyThereInOneLanguageStandInForTheOther() {
        String yaml = TinyBundles.datasetYaml()
                .replace("names: {en: Monthly charge, zh-CN: 月费}", "names: {en: Monthly charge}")
                .replace("    names: {en: Contract, zh-CN: 合约}\n", "");

        Explanation explanation = explain(bundle(yaml), TinyBundles.risky("C-1"), Language.CHINESE);

        assertThat(text(explanation, "price")).contains("Monthly charge");
        assertThat(text(explanation, "inconvenience")).contains("contract");
    }

    @Test
    void aDescriptionMayChangeTheWords() {
        String yaml = TinyBundles.datasetYaml().replace("columns:", """
                        reasons:
                          price:
                            actionable: true
                            side: company
                            name: {en: The bill, zh-CN: 账单}
                            raises: {en: "Bill: {evidence}!", zh-CN: "账单：{evidence}！"}
                            lowers: {en: "Bill: {evidence}.", zh-CN: "账单：{evidence}。"}
                            say: {en: "Fine?", zh-CN: "好吗？"}
                        columns:""");

        ReasonShare price = shown(explain(bundle(yaml), TinyBundles.risky("C-1"), Language.ENGLISH), "price");

        assertThat(price.text()).isEqualTo("Bill: Monthly charge 95.5 euros (typical: 70.5 euros)!");
        assertThat(price.say()).isEqualTo("Fine?");
    }

    @Test
    void aSentenceNamesValueAndTypicalWithoutADirectionWhateverTheValueIs() {
        ModelBundle bundle = bundle(TinyBundles.datasetYaml());
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 600; i++) {
            double charge = switch (i % 6) {
                case 0 -> 70.5;
                case 1 -> -random.nextDouble(1e9);
                case 2 -> random.nextDouble(1e12);
                case 3 -> random.nextDouble(1e-9);
                case 4 -> random.nextDouble(-1e300, 1e300);
                default -> random.nextInt(-100, 100);
            };
            CustomerRecord.Builder builder = customer(bundle).number(MONTHLY_CHARGE, charge);
            if (i % 4 != 0) {
                builder.level(CONTRACT, i % 4 == 1 ? "yearly" : "never seen " + i);
            }
            CustomerRecord customer = TinyBundles.built(builder);
            String number = "(0|70\\.5|-?[0-9]+(\\.[0-9]+)?(×10\\^-?[0-9]+)?)";
            String counted = charge < 18.5 ? "18\\.5" : "118\\.5";
            boolean outside = charge < 18.5 || charge > 118.5;
            assertThat(evidence(bundle, customer, MONTHLY_CHARGE, Language.ENGLISH))
                    .matches("Monthly charge " + number + " euros?"
                            + (outside
                                    ? " \\(outside of what the model has seen, counted as " + counted
                                            + " euros; typical: 70\\.5 euros\\)"
                                    : charge == 70.5 ? "" : " \\(typical: 70\\.5 euros\\)"));
            assertThat(evidence(bundle, customer, MONTHLY_CHARGE, Language.CHINESE))
                    .matches("月费" + number + "欧元"
                            + (outside
                                    ? "（超出模型见过的范围，按" + counted + "欧元计；一般为70\\.5欧元）"
                                    : charge == 70.5 ? "" : "（一般为70\\.5欧元）"));
            assertThat(evidence(bundle, customer, CONTRACT, Language.ENGLISH))
                    .matches("Contract (not known|“one year” \\(typical: month to month\\)"
                            + "|“never seen \\d+” \\(rarely or never seen by the model; typical: month to month\\))");
            assertThat(evidence(bundle, customer, CONTRACT, Language.CHINESE))
                    .matches("合约(未知|“一年期合约”（一般为按月合约）|“never seen \\d+”（模型很少或从未见过；一般为按月合约）)");
        }
    }

    @Test
    void aSentenceSaysWhereAValueLiesOutsideOfWhatTheModelHasSeen() {
        ModelBundle bundle = bundle(TinyBundles.datasetYaml());

        assertThat(text(explain(bundle, customer(bundle).number(MONTHLY_CHARGE, 400), Language.ENGLISH), "price"))
                .isEqualTo(
                        "Price: Monthly charge 400 euros (outside of what the model has seen, counted as 118.5 euros;"
                                + " typical: 70.5 euros). Customers like this leave more often than others.");
        assertThat(text(explain(bundle, customer(bundle).number(MONTHLY_CHARGE, 400), Language.CHINESE), "price"))
                .isEqualTo("价格：月费400欧元（超出模型见过的范围，按118.5欧元计；一般为70.5欧元）。这类客户比其他客户更容易流失。");
    }

    @Test
    void theEndsOfTheRangeAreSeen() {
        ModelBundle bundle = bundle(TinyBundles.datasetYaml());

        assertThat(evidence(bundle, months(bundle, 72), TENURE, Language.ENGLISH))
                .isEqualTo("Months as a customer 72 months (typical: 29 months)");
        assertThat(evidence(bundle, months(bundle, 72.5), TENURE, Language.ENGLISH))
                .isEqualTo("Months as a customer 72.5 months (outside of what the model has seen, counted as 72 months;"
                        + " typical: 29 months)");
        assertThat(evidence(bundle, months(bundle, -1), TENURE, Language.CHINESE))
                .endsWith("-1个月（超出模型见过的范围，按0个月计；一般为29个月）");
    }

    @Test
    void oneIsFollowedByTheUnitOfOne() {
        String yaml = TinyBundles.datasetYaml().replace("unit: {en: months,", "unit: {en: month | months,");
        ModelBundle bundle = bundle(yaml);

        assertThat(evidence(bundle, months(bundle, 1), TENURE, Language.ENGLISH))
                .isEqualTo("Months as a customer 1 month (typical: 29 months)");
        assertThat(evidence(bundle, months(bundle, 1.5), TENURE, Language.ENGLISH))
                .isEqualTo("Months as a customer 1.5 months (typical: 29 months)");
        assertThat(evidence(bundle, months(bundle, 1), TENURE, Language.CHINESE))
                .endsWith("1个月（一般为29个月）");
    }

    @Test
    void numbersAreRoundedForPeopleAndCalledTypicalWhereTheyReadAlike() {
        ModelBundle bundle =
                bundle(TinyBundles.datasetYaml().replace("unit: {en: months,", "unit: {en: month | months,"));

        assertThat(evidence(bundle, months(bundle, 6.41463414634146), TENURE, Language.ENGLISH))
                .isEqualTo("Months as a customer 6.41 months (typical: 29 months)");
        assertThat(evidence(bundle, months(bundle, 1.00001), TENURE, Language.ENGLISH))
                .isEqualTo("Months as a customer 1 month (typical: 29 months)");
        assertThat(evidence(bundle, months(bundle, 29.00001), TENURE, Language.ENGLISH))
                .isEqualTo("Months as a customer 29 months");
    }

    private static CustomerRecord months(ModelBundle bundle, double months) {
        return TinyBundles.built(customer(bundle).number(TENURE, months));
    }

    private static String evidence(ModelBundle bundle, CustomerRecord customer, int input, Language language) {
        return new Explainer(bundle)
                .contributions(new Scorer(bundle).score(customer), language)
                .get(input)
                .text();
    }
}
