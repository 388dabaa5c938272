package io.holdfast.care.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChoiceTest {
    /** Of doubles, .1 + .2 - .2 is not .1: to subtract again what was added may decide whether the next one fits. */
    @Test
    void whatIsGivenBackLeavesNoTrace() {
        AllocationProblem problem = AllocationProblem.withRisk(new double[] {1, 3, .8}, new double[][] {{1}})
                .alternative(0, .1, .1, .1)
                .endGroup()
                .alternative(0, .2, .2, .2)
                .endGroup()
                .build();
        Choice choice = new Choice(problem);
        choice.take(0, 0);
        double[] before = choice.mark();

        choice.take(1, 1);
        choice.giveBack(1, before);

        assertThat(choice.mark()).isEqualTo(before);
        assertThat(before).containsExactly(.1, 1 - .1, 2, .8 - .1);
        assertThat(choice.choices()).containsExactly(0, Allocation.NOTHING);
    }
}
