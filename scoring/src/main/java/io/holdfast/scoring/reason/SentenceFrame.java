package io.holdfast.scoring.reason;

import io.holdfast.scoring.dataset.Reason;

/**
 * A reason's sentence around its evidence.
 *
 * @param before stands before the evidence
 * @param after stands behind it
 */
record SentenceFrame(Phrase before, Phrase after) {
    static SentenceFrame of(String sentence, PhraseBook phrases) {
        int at = sentence.indexOf(Reason.EVIDENCE);
        return new SentenceFrame(
                phrases.phrase(sentence.substring(0, at)),
                phrases.phrase(sentence.substring(at + Reason.EVIDENCE.length())));
    }
}
