package io.holdfast.training.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.training.data.NumberColumn;
import io.holdfast.training.fixture.Tables;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberScaleTest {
    @TempDir
    private Path folder;

    private NumberScale standard(List<String> cells) {
        StringBuilder csv = new StringBuilder(Tables.HEADER);
        for (int row = 0; row < cells.size(); row++) {
            csv.append(row).append(',').append(cells.get(row)).append(",x,1,no\n");
        }
        NumberColumn column = (NumberColumn)
                Tables.read(folder, Tables.COLUMNS, csv.toString()).features().get(0);
        double[] weights = new double[cells.size()];
        Arrays.fill(weights, 1);
        return NumberScale.standard(column, IntStream.range(0, cells.size()).toArray(), weights);
    }

    @Test
    void isMeanAndStandardDeviationOfWhatIsKnown() {
        NumberScale scale = standard(List.of("2", "", "4", "4", "4", "5", "5", "7", "9"));

        assertThat(scale.centre()).isCloseTo(5, within(1e-15));
        assertThat(scale.divisor()).isCloseTo(2, within(1e-15));
        assertThat(scale.of(9)).isCloseTo(2, within(1e-15));
    }

    @Test
    void aConstantThatNoBinaryFractionHitsStaysExactlyZero() {
        NumberScale scale = standard(List.of("0.1", "0.1", "0.1", "0.1", "0.1", "0.1", "0.1"));

        assertThat(scale.of(0.1)).isZero();
        assertThat(scale.divisor()).isEqualTo(1);
    }

    @Test
    void numbersNearTheEndOfTheRangeStayFinite() {
        NumberScale scale = standard(List.of("1e308", "-1e308", "1.5e308", "-1.5e308"));

        assertThat(scale.centre()).isZero();
        assertThat(scale.of(1e308)).isCloseTo(1 / StrictMath.sqrt(1.625), within(1e-12));
    }

    @Test
    void nothingKnownLeavesNumbersAsTheyAre() {
        assertThat(standard(List.of("", ""))).isEqualTo(NumberScale.RAW);
    }

    @Test
    void refusesWhatCannotScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberScale(0, 0))
                .withMessageContaining("divisor");
        assertThatIllegalArgumentException().isThrownBy(() -> new NumberScale(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NumberScale(0, Double.POSITIVE_INFINITY));
    }
}
