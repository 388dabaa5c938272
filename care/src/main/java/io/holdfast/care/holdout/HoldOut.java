package io.holdfast.care.holdout;

import io.holdfast.care.playbook.HoldOutSettings;
import io.holdfast.care.playbook.ValueTier;
import io.holdfast.scoring.bundle.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Draws the lot that decides who is held out. Thread-safe.
 *
 * <p>The lot is a number in [0, 1): the first 53 bits of SHA-256 over {@code salt + ":" + id} in UTF-8, divided by 2^53. A customer is held out if it
 * lies below the share. So nothing has to be stored, every process gives the same answer for ever, and whoever is held out at a share
 * is also held out at any larger one. The format is part of the product's promise: it never changes, or running measurements break.
 */
public final class HoldOut {
    private static final int UNUSED_BITS = Long.SIZE - 53;

    /** Between campaign and id; no id holds a control character, so a campaign's lots are no customer's persistent ones. */
    private static final char SEPARATOR = '\u001f';

    private final HoldOutSettings settings;
    /** Has taken in the salt; only ever copied, which several threads may do at once and is cheaper than beginning anew. */
    private final MessageDigest salted;

    /** A hold-out by a playbook's settings. */
    public HoldOut(HoldOutSettings settings) {
        this.settings = settings;
        this.salted = Sha256.digest();
        salted.update((settings.salt() + ":").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether the customer gets no care.
     *
     * @param customerId byte for byte as everywhere: {@code 0012345} and {@code 12345} are two customers
     * @param tier the customer's, where it is known; its share may differ
     */
    public boolean withholds(String customerId, Optional<ValueTier> tier) {
        return lot(customerId) < settings.share(tier);
    }

    /**
     * Whether the customer gets no care in one campaign: by the persistent share, or by the share drawn anew. Of a tier whose own share is 0 nothing is drawn.
     *
     * @param drawnBy the household or account where it is known, else the customer's id
     * @param campaign names the campaign; another name draws anew
     * @param campaignShare 0 to 1
     */
    public boolean withholds(String drawnBy, Optional<ValueTier> tier, String campaign, double campaignShare) {
        double anew = drawnAnew(tier, campaignShare);
        return lot(drawnBy) < settings.share(tier) || (anew > 0 && lot(campaign + SEPARATOR + drawnBy) < anew);
    }

    /** Probability to be held out in a campaign. */
    public double probability(Optional<ValueTier> tier, double campaignShare) {
        return 1 - (1 - settings.share(tier)) * (1 - drawnAnew(tier, campaignShare));
    }

    /** What a campaign draws anew of the tier. */
    public double drawnAnew(Optional<ValueTier> tier, double campaignShare) {
        return settings.isExempt(tier) ? 0 : campaignShare;
    }

    /** The customer's lot: the same for ever under one salt, in [0, 1). */
    double lot(String customerId) {
        byte[] hash = salted().digest(customerId.getBytes(StandardCharsets.UTF_8));
        long first = ByteBuffer.wrap(hash).getLong() >>> UNUSED_BITS;
        return first * 0x1p-53;
    }

    private MessageDigest salted() {
        try {
            return (MessageDigest) salted.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every JDK can be copied", e);
        }
    }
}
