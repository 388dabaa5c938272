package io.holdfast.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.page.Both;
import io.holdfast.scoring.bundle.BundleContent;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.ModelShapes;
import io.holdfast.scoring.json.StrictJson;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.BagShapes;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.fixture.TrainedCustomers;
import io.holdfast.training.publish.TrainingResult;
import io.holdfast.training.shape.Shapes;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutReasonsTest {
    private static final String COLUMNS = """
            id: {role: id}
            tenure: {role: feature, kind: number, reason: price}
            plan: {role: feature, kind: category, reason: price}
            autopay: {role: feature, kind: flag, reason: inconvenience}
            churn: {role: label, kind: category, positive: "yes"}
            """;

    @TempDir
    private static Path folder;

    private static Path description;
    private static TrainingResult result;

    @BeforeAll
    static void train() {
        description = Tables.write(folder, Tables.yaml(COLUMNS), Customers.csv(1500, 2));
        result = TrainedCustomers.train(description);
    }

    private static HeldOutReasons reasons(BagShapes bags) {
        AdditiveModel model = TrainedCustomers.bundle(result).model();
        BundleContent content = result.content();
        ModelBundle bundle = ModelBundle.of(new BundleContent(
                model,
                content.datasetYaml(),
                content.reference(),
                content.training(),
                Map.of(ModelShapes.FILE, StrictJson.write(Shapes.of(model, bags))),
                content.trainedAt()));
        var table = Tables.load(description);
        return HeldOutReasons.of(new ReportSource(
                table, Split.of(table, 1), bundle, result.evaluation(), result.logistic(), List.of(), List.of()));
    }

    /** Two bags: one that says nothing, and one that says what is given, of the first column alone. */
    private static BagShapes turning(double value) {
        List<List<double[]>> bags = new ArrayList<>();
        for (double said : new double[] {0, value}) {
            List<double[]> mains = new ArrayList<>();
            for (var input : TrainedCustomers.bundle(result).model().inputs()) {
                double[] byBin = new double[input.coding().bins()];
                Arrays.fill(byBin, mains.isEmpty() ? said : 0);
                mains.add(byBin);
            }
            bags.add(mains);
        }
        return new BagShapes(bags);
    }

    @Test
    void sharesOfTheVarianceSumToOne() {
        HeldOutReasons reasons = reasons(BagShapes.NONE);
        double sum = 0;
        for (HeldOutReasons.Kind kind : HeldOutReasons.Kind.values()) {
            sum += reasons.share(kind);
        }

        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(reasons.share(HeldOutReasons.Kind.COLUMNS)).isGreaterThan(.9);
    }

    @Test
    void aReasonWeighsNoMoreThanItsColumnsTogether() {
        HeldOutReasons reasons = reasons(BagShapes.NONE);

        assertThat(reasons.rows()).isEqualTo((int) result.evaluation().rows());
        assertThat(reasons.codes()).containsExactly("price", "inconvenience");
        assertThat(reasons.importance("price")).isPositive().isLessThan(reasons.importance(0) + reasons.importance(1));
        assertThat(reasons.importance("inconvenience")).isEqualTo(reasons.importance(2), within(1e-12));
    }

    @Test
    void aReasonThatOneOfTwoBagsTurnsIsNotNamed() {
        HeldOutReasons alike = reasons(turning(0));
        HeldOutReasons apart = reasons(turning(1000));

        assertThat(alike.named("price").share()).isPositive();
        assertThat(alike.named("price").unsettled()).isZero();
        assertThat(apart.named("price").share()).isZero();
        assertThat(apart.named("price").unsettled())
                .isEqualTo(alike.named("price").share());
        assertThat(apart.named("inconvenience")).isEqualTo(alike.named("inconvenience"));
    }

    @Test
    void aColumnThatOneOfTwoBagsTurnsIsSettledForNobody() {
        assertThat(reasons(turning(0)).settled(0)).isEqualTo(1);
        assertThat(reasons(turning(1000)).settled(0)).isZero();
        assertThat(reasons(turning(1000)).settled(1)).isEqualTo(1);
    }

    private static HeldOutReasons reasons(String columns, String csv) {
        TrainingTable table = Tables.read(folder, columns, csv);
        return HeldOutReasons.of(
                TrainedCustomers.bundle(result),
                table,
                IntStream.range(0, table.rows()).toArray());
    }

    @Test
    void aRowOfWeightTwoIsTwoRows() {
        List<String> lines = Customers.csv(400, 5).lines().toList();
        StringBuilder weighted = new StringBuilder(lines.get(0)).append(",worth\n");
        StringBuilder repeated = new StringBuilder(lines.get(0)).append('\n');
        for (int row = 1; row < lines.size(); row++) {
            boolean twice = row % 3 == 0;
            weighted.append(lines.get(row)).append(twice ? ",2\n" : ",1\n");
            repeated.append(lines.get(row)).append('\n');
            if (twice) {
                repeated.append("again-").append(lines.get(row)).append('\n');
            }
        }
        HeldOutReasons one = reasons(COLUMNS + "worth: {role: weight}\n", weighted.toString());
        HeldOutReasons other = reasons(COLUMNS, repeated.toString());

        for (int input = 0; input < 3; input++) {
            assertThat(one.importance(input)).isPositive().isCloseTo(other.importance(input), within(1e-12));
            assertThat(one.settled(input)).isCloseTo(other.settled(input), within(1e-12));
        }
        for (String code : List.of("price", "inconvenience")) {
            assertThat(one.importance(code)).isCloseTo(other.importance(code), within(1e-12));
            assertThat(one.named(code).share())
                    .isPositive()
                    .isCloseTo(other.named(code).share(), within(1e-12));
            assertThat(one.named(code).unsettled()).isCloseTo(other.named(code).unsettled(), within(1e-12));
        }
        for (HeldOutReasons.Kind kind : HeldOutReasons.Kind.values()) {
            assertThat(one.share(kind)).isCloseTo(other.share(kind), within(1e-12));
        }
        assertThat(one.customers()).isEqualTo(new Both("400 held-out customers, by weight", "400 位留出客户（按权重）"));
        assertThat(other.customers()).isEqualTo(new Both("533 held-out customers", "533 位留出客户"));
        assertThat(one.importance(0))
                .isNotEqualTo(reasons(COLUMNS, Customers.csv(400, 5)).importance(0));
    }
}
