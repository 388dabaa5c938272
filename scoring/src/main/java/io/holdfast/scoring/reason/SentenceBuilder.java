package io.holdfast.scoring.reason;

import io.holdfast.scoring.table.NumberText;

/** Puts the pieces of a sentence together as text. */
final class SentenceBuilder implements SentenceSink {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void phrase(Phrase phrase) {
        text.append(phrase.text());
    }

    @Override
    public void single(String words) {
        text.append(words);
    }

    @Override
    public void number(double value) {
        text.append(NumberText.write(value));
    }

    /** What has come so far. */
    String text() {
        return text.toString();
    }
}
