package io.holdfast.scoring.reason;

/** Takes a sentence piece by piece, so that a writer of millions need not put each one together as text. */
public interface SentenceSink {
    /** Words that come again in other sentences of the same language. */
    void phrase(Phrase phrase);

    /** Words of this customer alone. */
    void single(String words);

    /** A number of this customer, to be written as {@link io.holdfast.scoring.table.NumberText#write} does. */
    void number(double value);
}
