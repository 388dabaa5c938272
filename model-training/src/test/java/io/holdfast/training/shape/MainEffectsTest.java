package io.holdfast.training.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.model.AdditiveModel;
import io.holdfast.scoring.model.AdditiveParts;
import io.holdfast.scoring.model.CategoryCoding;
import io.holdfast.scoring.model.LinearTerm;
import io.holdfast.scoring.model.ModelInput;
import io.holdfast.scoring.model.NumberCoding;
import io.holdfast.scoring.model.TableAxis;
import io.holdfast.scoring.model.TableTerm;
import io.holdfast.scoring.model.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainEffectsTest {
    private static final CategoryCoding CODING = new CategoryCoding(List.of("a", "b"));

    private static MainEffects effects(Term... terms) {
        return MainEffects.of(new AdditiveModel(new AdditiveParts(
                "m",
                "yes",
                "no",
                0,
                List.of(
                        new ModelInput("x", CODING),
                        new ModelInput("y", CODING),
                        new ModelInput("n", new NumberCoding(List.of(10.0), 0, 30))),
                List.of(terms),
                Map.of())));
    }

    @Test
    void addsUpAllTablesOfAColumnAndNoneOverTwo() {
        MainEffects effects = effects(
                new TableTerm(List.of(TableAxis.full(0, CODING)), new double[] {0, 0, 1, -1}),
                new TableTerm(List.of(TableAxis.full(0, CODING)), new double[] {.5, 0, 1, -2}),
                new TableTerm(
                        List.of(TableAxis.full(0, CODING), new TableAxis(1, List.of(0, 0, 0, 1))),
                        new double[] {9, 9, 9, 9, 9, 9, 9, 9}));

        assertThat(effects.of(0, 0)).isEqualTo(.5);
        assertThat(effects.of(0, 2)).isEqualTo(2);
        assertThat(effects.of(0, 3)).isEqualTo(-3);
        assertThat(effects.of(1, 3)).isZero();
    }

    @Test
    void ofALineTakesItsHeightInTheMiddleOfTheBin() {
        MainEffects effects = effects(new LinearTerm(2, .5, 10, -.2));

        assertThat(effects.of(2, 0)).isEqualTo(-.2);
        assertThat(effects.of(2, 2)).isEqualTo(.5 * (5 - 10));
        assertThat(effects.of(2, 3)).isEqualTo(.5 * (20 - 10));
    }
}
