package io.holdfast.scoring.reason;

import io.holdfast.scoring.dataset.Reason;

/**
 * A reason's sentence around its evidence.
 *
 * @param before stands before the evidence
 * @param after stands behind it
 */
record SentenceFrame(String before, String after) {
    static SentenceFrame of(String sentence) {
        int at = sentence.indexOf(Reason.EVIDENCE);
        return new SentenceFrame(sentence.substring(0, at), sentence.substring(at + Reason.EVIDENCE.length()));
    }
}
