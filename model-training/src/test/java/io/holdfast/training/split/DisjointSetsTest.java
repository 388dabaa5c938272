package io.holdfast.training.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisjointSetsTest {
    @Test
    void joinedRowsShareANumberInOrderOfAppearance() {
        DisjointSets sets = new DisjointSets(6);
        sets.join(4, 1);
        sets.join(5, 4);
        sets.join(3, 2);

        assertThat(sets.numbers()).containsExactly(0, 1, 2, 2, 1, 1);
    }

    @Test
    void theOrderOfJoiningDoesNotMatter() {
        DisjointSets one = new DisjointSets(5);
        one.join(0, 1);
        one.join(1, 2);
        one.join(3, 2);
        DisjointSets other = new DisjointSets(5);
        other.join(2, 3);
        other.join(2, 1);
        other.join(1, 0);

        assertThat(other.numbers()).isEqualTo(one.numbers()).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void rowsThatEitherGroupingHoldsTogetherAreTogether() {
        int[] joined = DisjointSets.joined(new int[] {4, 0, 4, 1, 2, 3}, new int[] {0, 1, 2, 2, 3, 1});

        assertThat(joined).containsExactly(0, 1, 0, 0, 2, 1);
        assertThat(DisjointSets.joined(new int[0], new int[0])).isEmpty();
    }
}
