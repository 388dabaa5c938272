package io.holdfast.care.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SmallCountsTest {
    /** Hidden parts as -1. */
    private static List<Integer> shown(Integer... parts) {
        return SmallCounts.shown(List.of(parts)).stream()
                .map(part -> part.orElse(-1))
                .toList();
    }

    @Test
    void oneToFourAreNotShownAloneAndNobodyIs() {
        assertThat(IntStream.rangeClosed(0, 5).mapToObj(SmallCounts::shown))
                .containsExactly(
                        OptionalInt.of(0),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.of(5));
    }

    @Test
    void aSingleHiddenPartTakesTheSmallestOtherWithIt() {
        assertThat(shown(40, 18, 2)).containsExactly(40, -1, -1);
        assertThat(shown(40, 0, 2, 18, 18)).as("of equal ones the last").containsExactly(40, 0, -1, 18, -1);
        assertThat(shown(40, 18, 5)).containsExactly(40, 18, 5);
    }

    @Test
    void twoHiddenPartsMustNotBeToldByTheirSum() {
        assertThat(shown(40, 18, 1, 1)).as("two of one each").containsExactly(40, -1, -1, -1);
        assertThat(shown(40, 18, 2, 3)).containsExactly(40, 18, -1, -1);
    }

    @Test
    void whereNothingElseIsThereNothingElseIsHidden() {
        assertThat(shown(3, 0, 0)).containsExactly(-1, 0, 0);
        assertThat(shown()).isEmpty();
    }

    /** What is hidden is at least two parts, and more customers than one small part. */
    @Test
    void noHiddenPartFollowsFromTheSumAndTheOthers() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            List<Integer> parts =
                    random.ints(2 + random.nextInt(5), 0, 12).boxed().toList();
            List<OptionalInt> shown = SmallCounts.shown(parts);
            int hidden = (int) shown.stream().filter(OptionalInt::isEmpty).count();
            int rest = IntStream.range(0, parts.size())
                    .filter(at -> shown.get(at).isEmpty())
                    .map(parts::get)
                    .sum();
            boolean anyLeft = shown.stream().anyMatch(part -> part.orElse(0) > 0);

            assertThat(hidden == 0 || !anyLeft || (hidden > 1 && rest >= Diagnosis.FEWEST))
                    .as("%s shown as %s", parts, shown)
                    .isTrue();
        }
    }
}
