package io.holdfast.care.effect;

/**
 * Units with a play that are in no comparison, and why; each counts once.
 *
 * @param outside served in any case, or of a tier that nobody is held out from: their effect is never known
 * @param mixed merged from ids of different arms, or from ids for which lots were drawn apart, however they fell
 * @param certain the lot could fall one way only
 * @param later decided after the first plan that chose them or somebody of their cluster, or once more by it, under another id
 * @param split their cluster stands on both sides
 */
public record CountedOut(int outside, int mixed, int certain, int later, int split) {}
