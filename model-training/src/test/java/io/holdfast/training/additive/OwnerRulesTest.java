package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CodedRow;
import io.holdfast.scoring.model.Term;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.RowCoder;
import io.holdfast.training.fixture.Customers;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the description demands of the model is kept by tables and by trees. */
class OwnerRulesTest {
    private static final String CALLS = "calls: {role: feature, kind: number}";

    @TempDir
    private Path folder;

    @Test
    void aDirectionIsKeptAloneAndInPairsWhateverTheOtherColumnsAre() {
        String up = Entangled.COLUMNS.replace(CALLS, "calls: {role: feature, kind: number, monotone: up}");
        TrainingTable table = Tables.read(folder, up, Entangled.csv(4000, 1));
        AdditiveParts parts = Trained.parts(table, Trained.keeping());
        AdditiveModel model = new AdditiveModel(parts);
        assertThat(parts.terms())
                .anyMatch(term -> term.inputs().contains(0) && term.inputs().size() == 2);

        for (int number = 0; number < 100; number++) {
            CodedRow row = model.newRow();
            new RowCoder(table).fill(row, number);
            double before = Double.NEGATIVE_INFINITY;
            for (int calls = 0; calls < 6; calls++) {
                row.number(0, calls);
                double now = Trained.contribution(model, 0, row);
                assertThat(now).isGreaterThanOrEqualTo(before - 1e-12);
                before = now;
            }
        }
    }

    @Test
    void withoutADirectionTheSameTableIsLearnedAsItIs() {
        TrainingTable table = Entangled.table(folder, 4000, 1);
        AdditiveModel model = new AdditiveModel(Trained.parts(table, Trained.keeping()));
        CodedRow row = model.newRow();
        new RowCoder(table).fill(row, 0);
        row.level(1, "b");
        row.level(2, "true");
        row.number(3, 3);

        row.number(0, 0);
        double none = Trained.contribution(model, 0, row);
        row.number(0, 5);
        assertThat(Trained.contribution(model, 0, row)).isLessThan(none - 0.5);
    }

    @Test
    void aForbiddenPairIsInNoTable() {
        String more = "interactions: {forbid: [[calls, bundle], [visits, bundle]]}\n";
        TrainingTable table =
                Tables.load(Tables.write(folder, Tables.yaml(more, Entangled.COLUMNS), Entangled.csv(4000, 1)));

        AdditiveParts parts = Trained.parts(table, Trained.keeping());

        assertThat(parts.terms()).extracting(Term::inputs).contains(List.of(0, 1));
        assertThat(parts.terms())
                .noneMatch(term -> term.inputs().containsAll(List.of(0, 2)))
                .noneMatch(term -> term.inputs().containsAll(List.of(2, 3)));
    }

    @Test
    void noTreeHoldsAForbiddenPair() {
        String more = "interactions: {forbid: [[e, f]]}\n";
        TrainingTable table =
                Tables.load(Tables.write(folder, Tables.yaml(more, Patterns.columns("")), Patterns.csv(4000)));

        List<List<Integer>> trees = Patterns.trees(Trained.parts(table, Trained.keepingTrees()));

        assertThat(trees).anyMatch(tree -> tree.contains(5));
        assertThat(trees).noneMatch(tree -> tree.containsAll(List.of(4, 5)));
    }

    @Test
    void noTreeHoldsAColumnWithADirection() {
        TrainingTable table = Tables.read(folder, Patterns.columns(", monotone: up"), Patterns.csv(4000));

        List<List<Integer>> trees = Patterns.trees(Trained.parts(table, Trained.keepingTrees()));

        assertThat(trees).isNotEmpty().noneMatch(tree -> tree.contains(5));
    }

    @Test
    void aRequiredPairHasATableEvenWhereItGainsNothing() {
        String more = "interactions: {require: [[autopay, plan]]}\n";
        TrainingTable table =
                Tables.load(Tables.write(folder, Tables.yaml(more, Tables.COLUMNS), Customers.csv(3000, 1)));

        AdditiveParts parts = Trained.parts(table, AdditiveSettings.defaults());

        assertThat(parts.terms()).extracting(Term::inputs).contains(List.of(1, 2));
    }

    @Test
    void aRequiredPairWithoutATableIsNamedWithTheReason() {
        String more = "interactions: {require: [[days, plan], [same, plan]]}\n";
        String columns =
                Tables.COLUMNS + "days: {role: feature, kind: number}\n" + "same: {role: feature, kind: number}\n";
        StringBuilder csv = new StringBuilder();
        Customers.csv(2000, 1).lines().forEach(line -> {
            String tenure = line.split(",", -1)[1];
            String days = tenure.isEmpty() ? "" : tenure.equals("tenure") ? "days" : tenure + "0";
            csv.append(line).append(',').append(days).append(days.equals("days") ? ",same\n" : ",7\n");
        });
        TrainingTable table = Tables.load(Tables.write(folder, Tables.yaml(more, columns), csv.toString()));

        AdditiveParts parts = Trained.parts(table, AdditiveSettings.defaults());

        assertThat(parts.facts())
                .containsEntry(
                        AdditiveTrainer.REQUIRED_WITHOUT_TABLE,
                        "plan x days (days is a copy of tenure), plan x same (same does not vary)");
    }
}
