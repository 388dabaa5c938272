package io.holdfast.scoring.reason;

/**
 * Words that come again in the sentences of one explainer and language.
 *
 * @param number tells the phrases of that language apart, from 0 without gaps, so that what is made of them can stand in an array
 * @param text the words
 */
public record Phrase(int number, String text) {}
