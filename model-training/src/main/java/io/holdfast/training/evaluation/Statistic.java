package io.holdfast.training.evaluation;

/** What {@link Statistics} computes in one sweep; after these follows the share of leavers captured at each of its shares. */
enum Statistic {
    ROC_AUC(true),
    PR_AUC(true),
    LOG_LOSS(false),
    BRIER(false),
    ECE(false),
    CALIBRATION_GAP(false);

    private final boolean ranking;

    Statistic(boolean ranking) {
        this.ranking = ranking;
    }

    /** Whether it compares leavers with stayers and so needs both. */
    boolean ranking() {
        return ranking;
    }
}
