package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table from which nothing can be learned is refused in one sentence, and no bundle is left behind. */
class TrainBadInputTest {
    private static final int BAD_INPUT = 4;
    private static final String COLUMNS = """
              id: {role: id}
              tenure: {role: feature, kind: number}
              plan: {role: feature, kind: category}
              odd: {role: feature, kind: number}
              churn: {role: label, kind: category, positive: "yes"}
            """;

    @TempDir
    private Path folder;

    /** One customer. */
    private record Customer(int row, int tenure, String plan, boolean left) {
        String line(String odd) {
            return "C" + row + "," + tenure + "," + plan + "," + odd + (left ? ",yes\n" : ",no\n");
        }
    }

    private static List<Customer> customers(int rows) {
        SplittableRandom random = new SplittableRandom(1);
        return Stream.iterate(0, row -> row + 1)
                .limit(rows)
                .map(row -> {
                    int tenure = random.nextInt(60);
                    boolean gold = random.nextBoolean();
                    double score = 1 - tenure / 15.0 + (gold ? 1 : 0);
                    boolean left = random.nextDouble() < 1 / (1 + StrictMath.exp(-score));
                    return new Customer(row, tenure, gold ? "gold" : "basic", left);
                })
                .toList();
    }

    private static String csv(List<Customer> customers, Function<Customer, String> odd) {
        StringBuilder csv = new StringBuilder("id,tenure,plan,odd,churn\n");
        customers.forEach(customer -> csv.append(customer.line(odd.apply(customer))));
        return csv.toString();
    }

    private CommandRun train(String csv) throws IOException {
        return train(COLUMNS, csv);
    }

    private CommandRun train(String columns, String csv) throws IOException {
        Files.writeString(folder.resolve("table.csv"), csv);
        Path yaml = Files.writeString(
                folder.resolve("dataset.yaml"),
                "format: 1\nname: tiny\ntable: {path: table.csv}\ncolumns:\n" + columns);
        return CommandRun.of("train", yaml, "-o", folder.resolve("tiny.bundle"), "--overwrite");
    }

    private void assertRefused(CommandRun run, String... words) throws IOException {
        assertThat(run.exitCode()).isEqualTo(BAD_INPUT);
        assertThat(run.err().lines())
                .as(run.err())
                .singleElement()
                .asString()
                .startsWith("holdfast: ")
                .contains(words)
                .doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("table.csv", "dataset.yaml");
        }
    }

    private static String few(Customer customer) {
        return Integer.toString(customer.row() % 5);
    }

    @Test
    void nobodyLeft() throws Exception {
        String csv = csv(customers(500), TrainBadInputTest::few);

        assertRefused(train(csv.replace(",yes\n", ",no\n")), "all 500 rows", "'no'", "'yes'");
        assertRefused(train(csv.replace(",no\n", ",yes\n")), "all 500 rows", "'yes'");
    }

    @Test
    void tenRows() throws Exception {
        assertRefused(train(csv(customers(10), TrainBadInputTest::few)), "at least 20");
    }

    @Test
    void noColumnVaries() throws Exception {
        String csv = csv(
                customers(500).stream()
                        .map(customer -> new Customer(customer.row(), 7, "gold", customer.left()))
                        .toList(),
                customer -> "1");

        assertRefused(train(csv), "no feature varies");
    }

    @Test
    void aFeatureIsTheLabel() throws Exception {
        String csv = csv(customers(500), customer -> customer.left() ? "1" : "0");

        assertRefused(train(csv), "'odd'", "role ignore", "acknowledged");
    }

    @Test
    void theLabelIsDescribedAsAFeatureToo() throws Exception {
        String csv = csv(customers(500), TrainBadInputTest::few);

        assertRefused(
                train(
                        COLUMNS.replace(
                                "{role: label, kind: category, positive: \"yes\"}", "{role: feature, kind: flag}"),
                        csv),
                "dataset.yaml",
                "label");
        assertRefused(train(COLUMNS + "  churn: {role: feature, kind: flag}\n", csv), "dataset.yaml", "churn");
    }

    @Test
    void whatIsNoNumber() throws Exception {
        for (String cell : List.of("NaN", "Infinity", "-Infinity", "1e999")) {
            String csv = csv(customers(500), customer -> customer.row() == 6 ? cell : few(customer));

            assertRefused(train(csv), "table.csv line 8", "odd", cell);
        }
    }

    private AdditiveModel model(Function<Customer, String> odd) throws IOException {
        CommandRun run = train(csv(customers(2000), odd));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return BundleReader.read(folder.resolve("tiny.bundle")).model();
    }

    private static List<List<Double>> tablesOf(AdditiveModel model, int input) {
        return model.terms().stream()
                .filter(term -> term.inputs().equals(List.of(input)))
                .map(TableTerm.class::cast)
                .map(table -> Arrays.stream(table.values()).boxed().toList())
                .toList();
    }

    /** A column of noise, then the same with every sixth cell as large as a number can be. */
    @Test
    void absurdCellsOfOneColumnLeaveTheTablesOfTheOthersAsTheyAre() throws Exception {
        AdditiveModel plain = model(customer -> customer.row() % 6 == 0 ? "9" : few(customer));

        AdditiveModel spoiled = model(customer -> customer.row() % 6 == 0 ? "1.7976931348623157e308" : few(customer));

        assertThat(spoiled.terms().stream().map(Term::inputs))
                .containsExactlyElementsOf(
                        plain.terms().stream().map(Term::inputs).toList());
        for (int input = 0; input < 2; input++) {
            assertThat(spoiled.inputs().get(input)).usingRecursiveComparison().isEqualTo(plain.inputs().get(input));
            assertThat(tablesOf(spoiled, input)).hasSize(1).isEqualTo(tablesOf(plain, input));
        }
        assertThat(spoiled.intercept()).isEqualTo(plain.intercept());
    }
}
