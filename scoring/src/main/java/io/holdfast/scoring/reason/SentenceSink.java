package io.holdfast.scoring.reason;

/** Takes a sentence piece by piece, so that a writer of millions need not put each one together as text. */
public interface SentenceSink {
    /** Words that come again in other sentences: always the same object, so that what was made of them can be kept. */
    void recurring(String words);

    /** Words of this customer alone. */
    void single(String words);
}
