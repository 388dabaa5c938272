package io.holdfast.care.effect;

/**
 * The lot that a campaign draws by itself among those who are not held out for good.
 *
 * @param campaign its name, by which it is drawn: the same name draws the same customers; empty if unknown
 * @param share probability with which it holds out, 0 to 1; 0 where nothing is drawn anew, for who is held out for good, and where unknown
 */
public record CampaignLot(String campaign, double share) {
    /** Nothing is drawn anew. */
    public static final CampaignLot NONE = new CampaignLot("", 0);

    /** Whether it could have fallen either way. */
    boolean isUncertain() {
        return share > 0 && share < 1;
    }
}
