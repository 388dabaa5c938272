package io.holdfast.care.effect;

/**
 * Units with a play that are in no comparison, and why; each counts once.
 *
 * @param outside served in any case, or of a tier that nobody is held out from: their effect is never known
 * @param mixed two ids of different arms were merged, or one plan has the customer on both sides in different clusters
 * @param certain the lot could fall one way only
 * @param later decided after the first plan that chose them or somebody of their cluster, or once more by it, under another id
 * @param split their cluster stands on both sides
 */
public record CountedOut(int outside, int mixed, int certain, int later, int split) {}
