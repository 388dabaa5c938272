package io.holdfast.care.diagnosis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws whom to ask: by a hash of seed, month and customer, so that the same month gives the same list, and nobody chooses. */
final class InterviewDraw {
    private final long seed;
    private final int each;

    /**
     * A draw.
     *
     * @param each of how many customers in each segment, 0 or more
     */
    InterviewDraw(long seed, int each) {
        this.seed = seed;
        this.each = each;
    }

    List<Interviews> of(List<Sighting> now, TierCounts counts) {
        List<Interviews> drawn = new ArrayList<>();
        for (Group group : Group.values()) {
            Map<String, List<Sighting>> tiers = now.stream()
                    .filter(sighting -> sighting.group() == group && sighting.interview())
                    .collect(Collectors.groupingBy(Sighting::tier, TreeMap::new, Collectors.toList()));
            tiers.forEach((tier, sightings) -> drawn.add(new Interviews(
                    group,
                    tier,
                    sightings.stream()
                            .sorted(Comparator.comparing(
                                            (Sighting sighting) -> place(sighting.month(), sighting.customer()))
                                    .thenComparing(Sighting::customer))
                            .limit(each)
                            .map(Sighting::customer)
                            .toList(),
                    counts.asked(tier, group))));
        }
        return drawn;
    }

    private String place(YearMonth month, String customer) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((seed + "\n" + month + "\n" + customer).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
