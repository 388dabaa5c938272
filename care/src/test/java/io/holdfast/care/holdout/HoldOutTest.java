package io.holdfast.care.holdout;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.care.playbook.HoldOutSettings;
import io.holdfast.care.playbook.ValueTier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class HoldOutTest {
    private static final int CUSTOMERS = 100_000;

    /** Upper 0.1 % point of the chi-square distribution with 99 degrees of freedom: commons-math3 3.6.1, ChiSquaredDistribution. */
    private static final double CHI_SQUARE_99 = 148.23;

    @Test
    void ofATierWithAShareOfNothingNoCampaignDraws() {
        HoldOut holdOut =
                new HoldOut(new HoldOutSettings("telco-2026", 0.1, Map.of(ValueTier.KEY, 0.0, ValueTier.SMALL, 0.3)));
        Optional<ValueTier> exempt = Optional.of(ValueTier.KEY);

        assertThat(IntStream.range(0, 500).mapToObj(i -> "c" + i))
                .noneMatch(id -> holdOut.withholds(id, exempt, "spring", 1))
                .allMatch(id -> holdOut.withholds(id, Optional.of(ValueTier.SMALL), "spring", 1));
        assertThat(holdOut.probability(exempt, 0.5)).isZero();
        assertThat(holdOut.drawnAnew(exempt, 0.5)).isZero();
        assertThat(holdOut.drawnAnew(Optional.empty(), 0.5)).isEqualTo(0.5);
        assertThat(new HoldOut(new HoldOutSettings("telco-2026", 0, Map.of())).drawnAnew(exempt, 0.5))
                .as("of a share of nothing for everybody campaigns still draw")
                .isEqualTo(0.5);
    }

    /** Python 3.11 hashlib: (int.from_bytes(sha256(f"{salt}:{id}".encode()).digest()[:8], "big") >> 11) / 2**53, as float.hex(). */
    @ParameterizedTest
    @CsvSource({
        "telco-2026, T0001, 0x1.b14110834e2e2p-1",
        "telco-2026, T0002, 0x1.f9ff8ba20adf4p-2",
        "telco-2026, +8613800138000, 0x1.37a301bfc7b70p-3",
        "telco-2026, 0012345, 0x1.6867646c48e40p-7",
        "telco-2026, 12345, 0x1.3aa806043d062p-1",
        "telco-2026, P/2024/001, 0x1.48cd4a75f84bep-2",
        "telco-2026, -A7, 0x1.e7c67481f9b7cp-2",
        "telco-2026, 0015g00000XyZabAAF, 0x1.e4cf0f8a3e29ep-2",
        "telco-2026, 客户甲, 0x1.d2b3ca69a9946p-2",
        "mlc-churn-2026, T0001, 0x1.4a12ecb1889d0p-4",
        "a, b:c, 0x1.61dc09f10189fp-1",
        "a, 😀, 0x1.771c9d6c000d2p-1",
    })
    void drawsTheLotThatOtherToolsDraw(String salt, String id, String lot) {
        assertThat(holdOut(salt, 0).lot(id)).isEqualTo(Double.parseDouble(lot));
    }

    /** The same Python over T0001 to T7043, the ids of datasets/telco. */
    @Test
    void holdsOutTheSameCustomersForEver() {
        HoldOut holdOut = holdOut("telco-2026", 0.05);
        List<String> held = IntStream.rangeClosed(1, 7043)
                .mapToObj(row -> String.format("T%04d", row))
                .filter(id -> withholds(holdOut, id))
                .toList();

        assertThat(held)
                .hasSize(316)
                .startsWith("T0072", "T0074", "T0084", "T0100", "T0128", "T0140", "T0155", "T0160");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void spreadsLotsEvenlyWhateverIdsLookLike(IntFunction<String> id) {
        HoldOut holdOut = holdOut("telco-2026", 0);
        int[] cells = new int[100];
        for (int i = 0; i < CUSTOMERS; i++) {
            cells[cell(holdOut.lot(id.apply(i)), cells.length)]++;
        }

        assertThat(chiSquare(cells)).isLessThan(CHI_SQUARE_99);
    }

    static Stream<Arguments> ids() {
        return Stream.<IntFunction<String>>of(
                        Integer::toString,
                        i -> String.format("C%06d", i),
                        i -> String.format("+86138%08d", i),
                        i -> "客户" + i)
                .map(Arguments::of);
    }

    @ParameterizedTest
    @CsvSource({"telco-2026, telco-2027", "a, b"})
    void drawsAnewUnderAnotherSalt(String one, String other) {
        HoldOut first = holdOut(one, 0);
        HoldOut second = holdOut(other, 0);
        int[] cells = new int[100];
        for (int i = 0; i < CUSTOMERS; i++) {
            String id = String.format("C%06d", i);
            cells[10 * cell(first.lot(id), 10) + cell(second.lot(id), 10)]++;
        }

        assertThat(chiSquare(cells)).isLessThan(CHI_SQUARE_99);
    }

    @Test
    void keepsEverybodyWhoIsHeldOutWhenTheShareGrows() {
        List<HoldOut> growing = Stream.of(0.0, 0.01, 0.02, 0.05, 0.1, 0.5, 0.999, 1.0)
                .map(share -> holdOut("s", share))
                .toList();
        for (int i = 0; i < 10_000; i++) {
            String id = "C" + i;
            List<Boolean> held =
                    growing.stream().map(holdOut -> withholds(holdOut, id)).toList();

            assertThat(held).as(id).isSorted();
            assertThat(held.get(0)).isFalse();
            assertThat(held.get(held.size() - 1)).isTrue();
        }
    }

    @Test
    void holdsOutTheShareOfTheTierAndTheGeneralOneWhereTheTierIsUnknown() {
        HoldOut holdOut = new HoldOut(new HoldOutSettings(
                "s", 0.2, Map.of(ValueTier.KEY, 0.1, ValueTier.SMALL, 0.0, ValueTier.ORDINARY, 1.0)));

        assertThat(share(holdOut, Optional.empty())).isBetween(0.19, 0.21);
        assertThat(share(holdOut, Optional.of(ValueTier.KEY))).isBetween(0.09, 0.11);
        assertThat(share(holdOut, Optional.of(ValueTier.UNPROFITABLE))).isBetween(0.19, 0.21);
        assertThat(share(holdOut, Optional.of(ValueTier.SMALL))).isZero();
        assertThat(share(holdOut, Optional.of(ValueTier.ORDINARY))).isOne();
    }

    @Test
    void takesTheLotItselfAsNotHeldOut() {
        double lot = holdOut("s", 0).lot("C1");

        assertThat(withholds(holdOut("s", lot), "C1")).isFalse();
        assertThat(withholds(holdOut("s", StrictMath.nextUp(lot)), "C1")).isTrue();
    }

    private static HoldOut holdOut(String salt, double share) {
        return new HoldOut(new HoldOutSettings(salt, share, Map.of()));
    }

    private static boolean withholds(HoldOut holdOut, String id) {
        return holdOut.withholds(id, Optional.empty());
    }

    private static double share(HoldOut holdOut, Optional<ValueTier> tier) {
        long held = IntStream.range(0, 20_000)
                .filter(i -> holdOut.withholds("C" + i, tier))
                .count();
        return held / 20_000.0;
    }

    /** Fails for a lot outside [0, 1), which has no cell. */
    private static int cell(double lot, int cells) {
        return Objects.checkIndex((int) StrictMath.floor(lot * cells), cells);
    }

    /** Against equal cells: the expectation is given, not estimated, so one degree less than cells is free. */
    private static double chiSquare(int[] cells) {
        double expected = (double) CUSTOMERS / cells.length;
        double sum = 0;
        for (int count : cells) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
