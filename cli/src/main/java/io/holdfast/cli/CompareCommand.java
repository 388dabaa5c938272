package io.holdfast.cli;

import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.serving.snapshot.SnapshotFile;
import io.holdfast.training.comparison.ComparisonResult;
import io.holdfast.training.comparison.ModelComparisonText;
import io.holdfast.training.comparison.ModelComparisons;
import io.holdfast.training.evaluation.EvaluationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = {
            "Says which of two models is better, on rows that neither was trained on: every metric with the paired difference and its 95 %% interval, how far the tops of their lists agree, and how many customers change band or leading reason.",
            "Of a model's training table only the rows it held out are used; another table that shares rows with it is refused, and so is one with rows of dates on which not all outcomes that a model learned from were known."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  holdfast compare this-year.bundle last-year.bundle this-quarter.csv",
            "  holdfast compare new.bundle old.bundle datasets/telco/telco.csv \\",
            "    --json comparison.json"
        })
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "BUNDLE_A", description = "One model bundle.")
    private Path first;

    @Parameters(index = "1", paramLabel = "BUNDLE_B", description = "The other.")
    private Path second;

    @Parameters(
            index = "2",
            paramLabel = "TABLE",
            description = "A table with the label and the columns of both models.")
    private Path table;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private TableOptions format = new TableOptions();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        json.requireWritable(first, second, table);
        Histories.requireTable(
                table,
                "a table with the label and the columns of both models, such as 'holdfast features --labelled --bundle' writes");
        ModelBundle a = BundleReader.read(first);
        ModelBundle b = BundleReader.read(second);
        EvaluationSettings settings = EvaluationSettings.defaults().withSeed(seed.value());
        ComparisonResult result = ofEitherPlan(
                a,
                b,
                written -> console.watched(progress -> ModelComparisons.compare(
                        a, b, table, written, model -> maturityDays(model, a), settings, progress)));
        json.write(result.comparison());
        result.notes().forEach(console.out()::println);
        console.out().print(ModelComparisonText.of(result.comparison()));
        console.out().flush();
        return ExitCode.OK;
    }

    private int maturityDays(ModelBundle model, ModelBundle a) {
        boolean isFirst = model.manifest().digest().equals(a.manifest().digest());
        return BundleHistory.maturityDays(isFirst ? first : second, model);
    }

    /** Models of one plan that learned at different times have value models of their own, and a table has the numbers of one of them. */
    private ComparisonResult ofEitherPlan(
            ModelBundle a, ModelBundle b, Function<UnaryOperator<TableFormat>, ComparisonResult> compared) {
        try {
            return compared.apply(described -> Snapshots.ofPlan(first, a, format.over(described)));
        } catch (InputException e) {
            if (!e.code().equals(SnapshotFile.PlanMark.OF_ANOTHER_PLAN)) {
                throw e;
            }
            return compared.apply(described -> Snapshots.ofPlan(second, b, format.over(described)));
        }
    }
}
