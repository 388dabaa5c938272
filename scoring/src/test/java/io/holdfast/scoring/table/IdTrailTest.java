package io.holdfast.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IdTrailTest {
    @Test
    void noticesAnIdThatComesAgain() {
        IdTrail trail = new IdTrail();
        trail.add("T0001");
        trail.add("T0002");
        assertThat(trail.mayRepeat()).isFalse();

        trail.add("T0001");

        assertThat(trail.mayRepeat()).isTrue();
        assertThat(trail.size()).isEqualTo(3);
    }

    @Test
    void nothingRepeatsInNothing() {
        assertThat(new IdTrail().mayRepeat()).isFalse();
    }

    @Test
    void findsTheOneRepetitionAmongManyIds() {
        IdTrail trail = new IdTrail();
        for (int i = 0; i < 300_000; i++) {
            trail.add("C" + i);
        }
        assertThat(trail.mayRepeat()).isFalse();

        trail.add("C123456");

        assertThat(trail.mayRepeat()).isTrue();
    }

    @Test
    void agreesWithASetOnManySmallTables() {
        SplittableRandom random = new SplittableRandom(3);
        for (int table = 0; table < 500; table++) {
            IdTrail trail = new IdTrail();
            Set<String> exact = new HashSet<>();
            int rows = random.nextInt(1, 60);
            boolean repeats = false;
            for (int row = 0; row < rows; row++) {
                String id = "客户" + random.nextInt(1000);
                trail.add(id);
                repeats |= !exact.add(id);
            }
            assertThat(trail.mayRepeat()).as("table %s", table).isEqualTo(repeats);
        }
    }

    @Test
    void keepsAtMostSixteenBytesAnId() {
        IdTrail trail = new IdTrail();
        long worst = 0;
        for (int i = 1; i <= 3_000_000; i++) {
            trail.add("C" + i);
            if (i >= 100_000 && i % 1000 == 0) {
                worst = Math.max(worst, 1000 * trail.bytes() / i);
            }
        }

        assertThat(worst).as("thousandths of a byte an id, at the worst moment").isLessThanOrEqualTo(16_000);
    }
}
