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

    private List<SegmentLine> tiers(Map<String, Integer> sizes) {
        Suppression suppression = new Suppression();
        int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        TierCounts counts = new TierCounts(
                sightings,
                sizes,
                SegmentLines.tiersAlone(sightings, sizes),
                new MonthCounts(all, sightings, true, suppression),
                suppression);
        List<SegmentLine> lines = SegmentLines.tiers(sightings, sizes, counts, suppression);
        suppression.solve();
        return lines;
    }

    private List<SegmentLine> owners() {
        Suppression suppression = new Suppression();
        List<SegmentLine> lines =
                SegmentLines.owners(sightings, new MonthCounts(9000, sightings, true, suppression), suppression);
        suppression.solve();
        return lines;
    }

    @Test
    void theMostCustomersComeFirstAndTheUnknownWithTheSmallOnesLast() {
        add(8, "", "");
        add(20, "ordinary", "");
        add(60, "key", "");
        add(3, "small", "");

        List<SegmentLine> lines = tiers(Map.of("", 100, "ordinary", 90_000, "key", 300, "small", 7_000));

        assertThat(lines).extracting(SegmentLine::name).containsExactly("ordinary", "key", "");
        assertThat(lines.get(2).customers().orElseThrow().shown()).hasValue(7_100);
        assertThat(lines.get(2).in(Group.WAVERING).shown()).hasValue(11);
    }

    /** All that waver are shown, so that the tier without a line follows from the others. */
    @Test
    void aHiddenTierDoesNotFollowFromTheOthers() {
        add(20, "ordinary", "");
        add(60, "key", "");
        add(3, "small", "");

        List<SegmentLine> lines = tiers(Map.of("ordinary", 300, "key", 300, "small", 300));

        assertThat(lines).extracting(SegmentLine::name).containsExactly("key", "ordinary");
        assertThat(lines.get(0).in(Group.WAVERING).shown()).hasValue(60);
        assertThat(lines.get(1).in(Group.WAVERING).shown()).isEmpty();
        assertThat(lines.get(1).in(Group.LOST).shown()).hasValue(0);
    }

    @Test
    void ownersBeyondTwentyShareTheLastLine() {
        for (int i = 0; i < 22; i++) {
            add(5 + i, "key", "owner-" + i);
        }

        List<SegmentLine> lines = owners();

        assertThat(lines).hasSize(21);
        assertThat(lines.get(0).name()).isEqualTo("owner-21");
        assertThat(lines.get(20).name()).isEmpty();
        assertThat(lines.get(20).in(Group.WAVERING).shown()).hasValue(11);
    }
}
