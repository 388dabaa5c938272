package io.holdfast.care.diagnosis;

import static io.holdfast.care.diagnosis.Courses.APRIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class SegmentLinesTest {
    private final List<Sighting> sightings = new ArrayList<>();

    private void add(int count, String tier, String owner) {
        for (int i = 0; i < count; i++) {
            sightings.add(new Sighting(
                    tier + owner + i,
                    APRIL,
                    Group.WAVERING,
                    tier,
                    owner,
                    Optional.of("price"),
                    Optional.empty(),
                    Optional.empty(),
                    Answer.NONE,
                    "",
                    "",
                    OptionalDouble.empty(),
                    true,
                    true));
        }
    }

    @Test
    void theMostCustomersComeFirstAndTheUnknownWithTheSmallOnesLast() {
        add(8, "", "");
        add(20, "ordinary", "");
        add(60, "key", "");
        add(3, "small", "");

        List<SegmentLine> lines = SegmentLines.tiers(
                sightings,
                List.of(
                        new MonthCount(APRIL, "", 100),
                        new MonthCount(APRIL, "ordinary", 90_000),
                        new MonthCount(APRIL, "key", 300),
                        new MonthCount(APRIL, "small", 7_000)));

        assertThat(lines).extracting(SegmentLine::name).containsExactly("ordinary", "key", "");
        assertThat(lines.get(2).customers()).isEqualTo(7_100);
        assertThat(lines.get(2).groups()).containsExactly(Map.entry(Group.WAVERING, 11));
    }

    /** All that waver are shown, so that the tier without a line follows from the others. */
    @Test
    void aHiddenTierDoesNotFollowFromTheOthers() {
        add(20, "ordinary", "");
        add(60, "key", "");
        add(3, "small", "");

        List<SegmentLine> lines = SegmentLines.tiers(sightings, List.of());

        assertThat(lines).extracting(SegmentLine::name).containsExactly("key", "ordinary");
        assertThat(lines.get(0).shown(Group.WAVERING)).hasValue(60);
        assertThat(lines.get(1).shown(Group.WAVERING)).isEmpty();
        assertThat(lines.get(1).shown(Group.LOST)).hasValue(0);
    }

    @Test
    void ownersBeyondTwentyShareTheLastLine() {
        for (int i = 0; i < 22; i++) {
            add(5 + i, "key", "owner-" + i);
        }

        List<SegmentLine> lines = SegmentLines.owners(sightings);

        assertThat(lines).hasSize(21);
        assertThat(lines.get(0).name()).isEqualTo("owner-21");
        assertThat(lines.get(20).name()).isEmpty();
        assertThat(lines.get(20).groups()).containsExactly(Map.entry(Group.WAVERING, 11));
    }
}
