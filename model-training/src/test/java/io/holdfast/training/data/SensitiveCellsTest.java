package io.holdfast.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensitiveCellsTest {
    @TempDir
    private Path folder;

    private List<String> ages(List<String> cells) {
        StringBuilder csv = new StringBuilder("id,tenure,plan,autopay,churn,age\n");
        for (int row = 0; row < cells.size(); row++) {
            csv.append(row).append(",1,x,1,no,").append(cells.get(row)).append('\n');
        }
        String columns = Tables.COLUMNS + "age: {role: ignore, kind: number, sensitive: true}\n";
        return Tables.read(folder, columns, csv.toString()).sensitive().get(0).cells();
    }

    @Test
    void manyNumbersBecomeQuarters() {
        List<String> ages =
                ages(IntStream.range(20, 60).mapToObj(Integer::toString).toList());

        assertThat(ages.subList(0, 10)).containsOnly("below 30");
        assertThat(ages.subList(10, 20)).containsOnly("30 to below 40");
        assertThat(ages.subList(20, 30)).containsOnly("40 to below 50");
        assertThat(ages.subList(30, 40)).containsOnly("50 and more");
    }

    @Test
    void fewNumbersStayWhatTheyAre() {
        assertThat(ages(List.of("1.50", "2", "", "2.0"))).containsExactly("1.5", "2", "", "2");
    }

    @Test
    void aMissingNumberIsInNoRange() {
        List<String> cells = IntStream.range(0, 12)
                .mapToObj(age -> age == 5 ? "" : Integer.toString(age))
                .toList();

        assertThat(ages(cells).get(5)).isEmpty();
    }

    @Test
    void whereMostShareTheSmallestNumberTheRestIsOneRange() {
        List<String> cells = IntStream.range(0, 100)
                .mapToObj(row -> Integer.toString(Math.max(0, row - 89)))
                .toList();

        assertThat(ages(cells).get(0)).isEqualTo("below 1");
        assertThat(ages(cells).get(99)).isEqualTo("1 and more");
    }
}
