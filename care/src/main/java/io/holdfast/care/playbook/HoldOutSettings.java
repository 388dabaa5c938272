package io.holdfast.care.playbook;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many customers get no care, so that its effect can be measured.
 *
 * @param salt decides by lot who it is; another salt holds out others
 * @param share of the customers, 0 to 1
 * @param tierShares shares that hold instead for customers of a tier, 0 to 1
 */
public record HoldOutSettings(String salt, double share, Map<ValueTier, Double> tierShares) {
    private static final Pattern SALT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException if the salt is none or a share is not from 0 to 1
     */
    public HoldOutSettings {
        if (!isSalt(salt)) {
            throw new IllegalArgumentException("salt: " + salt + " (expected: " + saltExpectation() + ")");
        }
        requireShare(share);
        tierShares.values().forEach(HoldOutSettings::requireShare);
        Map<ValueTier, Double> copy = new EnumMap<>(ValueTier.class);
        copy.putAll(tierShares);
        tierShares = Collections.unmodifiableMap(copy);
    }

    /** The share that holds for a tier; for an unknown one, the general share. */
    public double share(Optional<ValueTier> tier) {
        if (tier.isEmpty()) {
            return share;
        }
        @Nullable Double own = tierShares.get(tier.get());
        return own == null ? share : own;
    }

    /** Whether none of the tier is ever held out, by a campaign neither: its own share is 0. */
    public boolean isExempt(Optional<ValueTier> tier) {
        return tier.isPresent() && tierShares.containsKey(tier.get()) && share(tier) == 0;
    }

    /** Without colon, so that nothing but the salt can stand before the first colon of what is hashed. */
    static boolean isSalt(String salt) {
        return SALT.matcher(salt).matches();
    }

    static String saltExpectation() {
        return "1 to 64 letters, digits, points, hyphens or underscores";
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share: " + share + " (expected: 0 to 1)");
        }
    }
}
