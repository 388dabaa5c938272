package io.holdfast.training.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.fixture.Tables;
import org.junit.jupiter.api.Test;

class ReasonNotesTest {
    @Test
    void featuresWithoutReasonsAreNotedSinceNoCareCanFollow() {
        assertThat(ReasonNotes.of(Tables.describe(Tables.COLUMNS)))
                .singleElement()
                .asString()
                .contains("no care will be recommended", "give the features their reasons");
    }

    @Test
    void oneReasonThatCareCanAnswerIsEnough() {
        String columns = Tables.COLUMNS.replace("kind: flag", "kind: flag, reason: price");

        assertThat(ReasonNotes.of(Tables.describe(columns))).isEmpty();
    }

    @Test
    void aFeatureThatNobodyCanChangeIsNoReasonToAct() {
        String columns = Tables.COLUMNS.replace("kind: flag", "kind: flag, reason: price, actionable: false");

        assertThat(ReasonNotes.of(Tables.describe(columns))).hasSize(1);
    }
}
