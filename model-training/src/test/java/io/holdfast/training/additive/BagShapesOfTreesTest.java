package io.holdfast.training.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.scoring.model.ForestTerm;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import io.holdfast.scoring.progress.Progress;
import io.holdfast.training.data.TrainingTable;
import io.holdfast.training.fit.BagShapes;
import io.holdfast.training.fit.Fit;
import io.holdfast.training.fixture.Tables;
import io.holdfast.training.split.Split;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bags say of single columns is what the model says of them, so that how far they differ tells how far to trust it. */
class BagShapesOfTreesTest {
    @TempDir
    private Path folder;

    @Test
    void theMeanOfTheBagsIsThePublishedTableWithWhatTreesAddToIt() {
        TrainingTable table = Tables.read(folder, Patterns.columns(""), Patterns.csv(4000));

        Fit fit = new AdditiveTrainer(AdditiveSettings.defaults(), 2)
                .fit(table, Split.trainingOnly(table.groups()), 1, Progress.SILENT);

        assertThat(fit.parts().terms()).hasAtLeastOneElementOfType(ForestTerm.class);
        BagShapes bags = fit.bags();
        int compared = 0;
        for (Term term : fit.parts().terms()) {
            if (term instanceof TableTerm main && term.inputs().size() == 1) {
                int input = term.inputs().get(0);
                for (int bin = 0; bin < main.values().length; bin++) {
                    double mean = 0;
                    for (int bag = 0; bag < bags.count(); bag++) {
                        mean += bags.value(bag, input, bin) / bags.count();
                    }
                    assertThat(mean).isCloseTo(main.values()[bin], within(1e-9));
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
    }
}
