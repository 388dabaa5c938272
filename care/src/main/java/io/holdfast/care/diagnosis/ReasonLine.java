package io.holdfast.care.diagnosis;

/**
 * One cause in a group, by one kind of evidence.
 *
 * @param code of the reason; empty where several small ones were pooled
 * @param pooled how many codes those are; 0 where it is one
 * @param change of its share among those of whom this kind of evidence is there
 */
public record ReasonLine(String code, int pooled, Change change) {}
