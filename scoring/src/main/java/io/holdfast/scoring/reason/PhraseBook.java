package io.holdfast.scoring.reason;

/** Numbers the phrases of one language while they are made. */
final class PhraseBook {
    private int phrases;

    Phrase phrase(String text) {
        return new Phrase(phrases++, text);
    }
}
