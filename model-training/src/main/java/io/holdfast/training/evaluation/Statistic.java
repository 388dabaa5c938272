package io.holdfast.training.evaluation;

/** What {@link Statistics} computes in one sweep; after these follows the share of leavers captured at each of its shares. */
enum Statistic {
    ROC_AUC(0, true),
    PR_AUC(1, true),
    LOG_LOSS(2, false),
    BRIER(3, false),
    ECE(4, false),
    CALIBRATION_GAP(5, false);

    private final int place;
    private final boolean ranking;

    Statistic(int place, boolean ranking) {
        this.place = place;
        this.ranking = ranking;
    }

    /** Where it stands in the result of {@link Statistics}. */
    int place() {
        return place;
    }

    /** Whether it compares leavers with stayers and so needs both. */
    boolean ranking() {
        return ranking;
    }
}
