package io.holdfast.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static Ids of(List<String> ids) {
        Ids made = new Ids();
        ids.forEach(made::add);
        return made;
    }

    @Test
    void areFoundByteForByte() {
        List<String> ids =
                new ArrayList<>(List.of("0012", "12", "é", "e\u0301", "客户-1", "\uD83D\uDE00", " 12", "A".repeat(128)));
        for (int i = 0; i < 20_000; i++) {
            ids.add("C" + i);
        }
        Ids made = of(ids);
        made.finish();

        for (int row = 0; row < ids.size(); row++) {
            assertThat(made.first(ids.get(row))).isEqualTo(row);
            assertThat(made.at(row)).isEqualTo(ids.get(row));
            assertThat(made.next(row)).isEqualTo(Ids.NONE);
        }
        for (String absent : new String[] {"", "012", "C20000", "c1", "C1 ", "客户-2"}) {
            assertThat(made.first(absent)).isEqualTo(Ids.NONE);
        }
    }

    @Test
    void leadFromTheFirstRowOfAnIdToItsOthersInOrder() {
        Ids made = of(List.of("a", "b", "a", "c", "a", "b"));

        made.finish();

        assertThat(made.first("a")).isZero();
        assertThat(made.first("b")).isEqualTo(1);
        assertThat(made.first("c")).isEqualTo(3);
        assertThat(IntStream.range(0, 6).map(made::next)).containsExactly(2, 5, 4, Ids.NONE, Ids.NONE, Ids.NONE);
    }

    @Test
    void ofNobodyFindNobody() {
        Ids made = new Ids();
        made.finish();

        assertThat(made.first("a")).isEqualTo(Ids.NONE);
    }
}
