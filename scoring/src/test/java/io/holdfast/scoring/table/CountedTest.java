package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CountedTest {
    @Test
    void oneStandsInTheSingularAndThousandsStandApart() {
        assertThat(Counted.of(1, "row")).isEqualTo("1 row");
        assertThat(Counted.of(0, "row")).isEqualTo("0 rows");
        assertThat(Counted.of(1234, "row")).isEqualTo("1,234 rows");
        assertThat(Counted.of(1, "row is", "rows are")).isEqualTo("1 row is");
        assertThat(Counted.of(2, "row is", "rows are")).isEqualTo("2 rows are");
    }
}
