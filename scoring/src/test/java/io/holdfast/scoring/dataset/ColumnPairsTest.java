package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fault.Faults;
import org.junit.jupiter.api.Test;

class ColumnPairsTest {
    private static String fault(String interactions) {
        return String.valueOf(Faults.of(() -> Descriptions.with("interactions: " + interactions + "\n"))
                .getMessage());
    }

    @Test
    void pairsAreRead() {
        ColumnPairs pairs =
                Descriptions.with("interactions: {forbid: [[tenure, plan]]}\n").pairs();

        assertThat(pairs.forbidden()).containsExactly(new ColumnPairs.Pair("tenure", "plan"));
        assertThat(pairs.required()).isEmpty();
        assertThat(Descriptions.with("").pairs()).isEqualTo(ColumnPairs.FREE);
    }

    @Test
    void whatIsNoPairOfFeaturesIsRefusedInOneSentence() {
        assertThat(fault("{forbid: [tenure]}")).contains("line 1").contains("expected pairs of features");
        assertThat(fault("{forbid: [[tenure, tenur]]}")).contains("'tenur'").contains("the name of a feature");
        assertThat(fault("{forbid: [[tenure, id]]}")).contains("'id'").contains("the name of a feature");
        assertThat(fault("{require: [[plan, plan]]}")).contains("with itself");
        assertThat(fault("{require: [[tenure, plan]], forbid: [[plan, tenure]]}"))
                .contains("which 'forbid' names too");
        assertThat(fault("{allow: []}")).contains("unknown key 'allow'");
    }
}
